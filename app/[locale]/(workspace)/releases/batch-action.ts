"use server";
import { releaseSubmission } from "@/db/mutations/releases";
import { batchAction } from "@/lib/actions/batch-action";
import { wholeReleaseSchema } from "@/lib/domain/releases";

/** 批量公开审查: every item is checked by itself, its words too. */
export const releaseAll = batchAction(
  { permission: "submission.release", schema: wholeReleaseSchema },
  releaseSubmission,
);
