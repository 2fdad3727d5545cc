"use server";
import { updateEmail } from "@/db/mutations/accounts";
import { endDeputation, grantDeputation } from "@/db/mutations/deputations";
import { action } from "@/lib/action";
import { updateEmailSchema } from "@/lib/domain/accounts";
import { deputationSchema, endDeputationSchema } from "@/lib/domain/inputs";

export const grant = action(
  { permission: "deputation.grant", schema: deputationSchema },
  grantDeputation,
);
export const end = action(
  { permission: "deputation.grant", schema: endDeputationSchema },
  endDeputation,
);
export const saveEmail = action(
  { permission: "account.update", schema: updateEmailSchema },
  updateEmail,
);
