"use server";
import { receiveTask } from "@/db/mutations/tasks";
import { action } from "@/lib/action";
import { receiveSchema } from "@/lib/domain/inputs";

/** 签收, from the inbox and from the task's page. */
export const receive = action({ permission: "task.receive", schema: receiveSchema }, receiveTask);
