"use server";
import { chooseMail } from "@/db/mutations/notifications/mail-topics";
import { updateEmail } from "@/db/mutations/people/accounts";
import { endDelegation, grantDelegation } from "@/db/mutations/people/delegations";
import { endOtherSessions, endOwnSession } from "@/db/mutations/people/sessions";
import { action } from "@/lib/actions/action";
import { currentSessionId } from "@/lib/auth/session";
import { mailTopicsSchema } from "@/lib/domain/notifications/mail-topics";
import { updateEmailSchema } from "@/lib/domain/people/accounts";
import {
  delegationSchema,
  endDelegationSchema,
  endOtherSessionsSchema,
  endSessionSchema,
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
export const endOne = action(
  { permission: "account.update", schema: endSessionSchema },
  endOwnSession,
);
export const saveMailChoices = action(
  { permission: "account.update", schema: mailTopicsSchema },
  chooseMail,
);
