"use server";
import { z } from "zod";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { batchAction } from "@/lib/actions/batch-action";
import { decisionSchema } from "@/lib/domain/submissions/inputs";

/** 批量同意: every item is rechecked by itself. What is not agreed to needs a reason, and is decided on its own page. */
export const approveAll = batchAction(
  {
    permission: "submission.decide",
    schema: decisionSchema.extend({ decision: z.literal("approve") }),
  },
  decideSubmission,
);
