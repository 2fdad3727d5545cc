"use server";
import { nameHandlers as name } from "@/db/mutations/tasks/handlers";
import { action } from "@/lib/actions/action";
import { nameHandlersSchema } from "@/lib/domain/tasks/handlers";

export const nameHandlers = action(
  { permission: "task.name_handler", schema: nameHandlersSchema },
  name,
);
