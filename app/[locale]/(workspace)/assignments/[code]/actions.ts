"use server";
import { assignTask } from "@/db/mutations/assignments/assignments";
import { action } from "@/lib/actions/action";
import { assignSchema } from "@/lib/domain/assignments/inputs";

export const assign = action({ permission: "task.assign", schema: assignSchema }, assignTask);
