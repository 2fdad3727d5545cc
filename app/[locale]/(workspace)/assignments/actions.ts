"use server";
import { assignInBatch } from "@/db/mutations/assignments/assignments";
import { action } from "@/lib/actions/action";
import { batchAction } from "@/lib/actions/batch-action";
import { assignInBatchSchema } from "@/lib/domain/assignments/inputs";

/** One row of the board: the proposal as it stands. */
export const confirm = action(
  { permission: "task.assign", schema: assignInBatchSchema },
  assignInBatch,
);

/** 批量交办: the chosen rows, as they stand or with one unit, day or cycle for all. */
export const assignAll = batchAction(
  { permission: "task.assign", schema: assignInBatchSchema },
  assignInBatch,
);
