"use server";
import { updateEmail } from "@/db/mutations/people/accounts";
import { endDelegation, grantDelegation } from "@/db/mutations/people/delegations";
import { action } from "@/lib/actions/action";
import { updateEmailSchema } from "@/lib/domain/people/accounts";
import { delegationSchema, endDelegationSchema } from "@/lib/domain/people/inputs";

export const grant = action(
  { permission: "delegation.grant", schema: delegationSchema },
  grantDelegation,
);
export const end = action(
  { permission: "delegation.grant", schema: endDelegationSchema },
  endDelegation,
);
export const saveEmail = action(
  { permission: "account.update", schema: updateEmailSchema },
  updateEmail,
);
