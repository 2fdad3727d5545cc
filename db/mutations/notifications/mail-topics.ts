import { eq } from "drizzle-orm";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { users } from "@/db/schema/people";
import { type MailTopicsInput, mailTopics } from "@/lib/domain/notifications/mail-topics";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist } from "@/lib/domain/refusals";

/** Sets what a person has by mail too. The app goes on telling everything. */
export function chooseMail(actor: Actor, input: MailTopicsInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "account.update"));
    const unmailed = mailTopics.filter((topic) => !input.topics.includes(topic));
    await tx.update(users).set({ unmailed }).where(eq(users.id, actor.id));
    await recordEvent(tx, actor, { type: "account.updated", changed: ["mail"] }, {}, now);
    return { isSet: true };
  });
}
