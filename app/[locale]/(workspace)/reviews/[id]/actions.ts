"use server";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { action } from "@/lib/actions/action";
import { decisionSchema } from "@/lib/domain/submissions/inputs";

export const decide = action(
  { permission: "submission.decide", schema: decisionSchema },
  decideSubmission,
);
