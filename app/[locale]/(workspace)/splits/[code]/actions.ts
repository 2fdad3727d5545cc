"use server";
import { splitTask } from "@/db/mutations/assignments/splits";
import { action } from "@/lib/actions/action";
import { splitSchema } from "@/lib/domain/assignments/inputs";

export const split = action({ permission: "task.split", schema: splitSchema }, splitTask);
