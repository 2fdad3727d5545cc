"use server";
import { updateEmail } from "@/db/mutations/people/accounts";
import { endDelegation, grantDelegation } from "@/db/mutations/people/delegations";
import { endOtherSessions } from "@/db/mutations/people/sessions";
import { action } from "@/lib/actions/action";
import { currentSessionId } from "@/lib/auth/session";
import { updateEmailSchema } from "@/lib/domain/people/accounts";
import {
  delegationSchema,
  endDelegationSchema,
  endOtherSessionsSchema,
} from "@/lib/domain/people/inputs";

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
export const endOthers = action(
  { permission: "account.update", schema: endOtherSessionsSchema },
  async (actor, _, now) => endOtherSessions(actor, String(await currentSessionId()), now),
);
