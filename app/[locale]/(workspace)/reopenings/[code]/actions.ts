"use server";
import { reopenTask } from "@/db/mutations/closing";
import { action } from "@/lib/action";
import { reopenSchema } from "@/lib/domain/inputs";

export const reopen = action({ permission: "task.reopen", schema: reopenSchema }, reopenTask);
