"use server";
import { receiveTask } from "@/db/mutations/assignments/assignments";
import { action } from "@/lib/actions/action";
import { batchAction } from "@/lib/actions/batch-action";
import { taskAtVersionSchema } from "@/lib/domain/assignments/inputs";

/** 签收, from the inbox and from the task's page. */
export const receive = action(
  { permission: "task.receive", schema: taskAtVersionSchema },
  receiveTask,
);

/** 批量签收, from the inbox and from the ledger. */
export const receiveAll = batchAction(
  { permission: "task.receive", schema: taskAtVersionSchema },
  receiveTask,
);
