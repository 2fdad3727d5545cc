"use server";
import { issueStartCodes } from "@/db/mutations/sheets/start-codes";
import { action } from "@/lib/actions/action";
import { issueCodesSchema } from "@/lib/domain/sheets/sheets";

export const issue = action(
  { permission: "account.manage", schema: issueCodesSchema },
  issueStartCodes,
);
