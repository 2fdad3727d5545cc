"use server";
import { decideCorrection, proposeCorrection } from "@/db/mutations/corrections/corrections";
import { action } from "@/lib/actions/action";
import { decideCorrectionSchema, proposeCorrectionSchema } from "@/lib/domain/corrections";

export const propose = action(
  { permission: "correction.propose", schema: proposeCorrectionSchema },
  proposeCorrection,
);
export const decide = action(
  { permission: "correction.confirm", schema: decideCorrectionSchema },
  decideCorrection,
);
