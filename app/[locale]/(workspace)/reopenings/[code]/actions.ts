"use server";
import { reopenTask } from "@/db/mutations/assignments/strike-off";
import { action } from "@/lib/actions/action";
import { reopenSchema } from "@/lib/domain/assignments/inputs";

export const reopen = action({ permission: "task.reopen", schema: reopenSchema }, reopenTask);
