import { eq } from "drizzle-orm";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { users } from "@/db/schema/people";
import type { UpdateEmailInput } from "@/lib/domain/people/accounts";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist } from "@/lib/domain/refusals";

/** Sets where one's own reminders go by mail; an empty address clears it. The history keeps no address (PIPL §6). */
export function updateEmail(actor: Actor, input: UpdateEmailInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "account.update"));
    await tx
      .update(users)
      .set({ email: input.email || null })
      .where(eq(users.id, actor.id));
    await recordEvent(tx, actor, { type: "account.updated", changed: ["email"] }, {}, now);
    return { isSet: input.email !== "" };
  });
}
