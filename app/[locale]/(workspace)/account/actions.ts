"use server";
import { updateEmail } from "@/db/mutations/people/accounts";
import { endDeputation, grantDeputation } from "@/db/mutations/people/delegations";
import { action } from "@/lib/actions/action";
import { deputationSchema, endDeputationSchema } from "@/lib/domain/inputs";
import { updateEmailSchema } from "@/lib/domain/people/accounts";

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
