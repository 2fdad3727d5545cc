import { randomBytes } from "node:crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { spendPublic } from "@/db/mutations/budgets";
import { subscriptions } from "@/db/schema/subscriptions";
import type { Followed } from "@/lib/domain/subscriptions";
import { queueCitizenMail } from "./citizen-mails";

export type Subscription = typeof subscriptions.$inferSelect;
type Mail = { subject: string; body: string; unsubscribeUrl?: string };

/**
 * Asks to follow something by mail: nothing is followed before the mailbox has confirmed (double opt-in). Whoever follows
 * it already hears nothing, so that nobody learns who does. `address` is who asks, where that is known; refuses more than
 * the budgets of an address and of a mailbox hold (`subscriptions_too_many`).
 */
export function askToFollow(
  asked: Followed & { email: string; locale: string; address?: string | null },
  compose: (token: string) => Mail,
  now: Date,
): Promise<void> {
  return database().transaction(async (tx) => {
    const token = randomBytes(24).toString("base64url");
    const { email, kind, target, locale, address = null } = asked;
    await spendPublic(tx, "subscription", address);
    await spendPublic(tx, "mailbox", address, email);
    const [waiting] = await tx
      .insert(subscriptions)
      .values({ email, kind, target, locale, token, askedAt: now })
      .onConflictDoUpdate({
        target: [subscriptions.email, subscriptions.kind, subscriptions.target],
        set: { askedAt: now },
        setWhere: isNull(subscriptions.confirmedAt),
      })
      .returning();
    if (waiting) await queueCitizenMail(tx, { address: email, ...compose(waiting.token) }, now);
  });
}

/** What a token of a mail stands for; null when there is none (any more). */
export async function subscriptionOf(token: string): Promise<Subscription | null> {
  const [found] = await database()
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.token, token));
  return found ?? null;
}

/** The mailbox has confirmed: what happens from now on is told. False for a token that is not there. */
export async function confirmSubscription(token: string, now: Date): Promise<boolean> {
  const confirmed = await database()
    .update(subscriptions)
    .set({ confirmedAt: now, notifiedUntil: now })
    .where(and(eq(subscriptions.token, token), isNull(subscriptions.confirmedAt)))
    .returning({ id: subscriptions.id });
  return confirmed.length > 0 || (await subscriptionOf(token)) !== null;
}

/** Ends it, and forgets the address. */
export async function endSubscription(token: string): Promise<void> {
  await database().delete(subscriptions).where(eq(subscriptions.token, token));
}

/** Who was told nothing since `before`, of those who confirmed. */
export function subscriptionsToNotify(before: Date): Promise<Subscription[]> {
  return database().select().from(subscriptions).where(lt(subscriptions.notifiedUntil, before));
}

/** Tells one of them, unless another run was faster: the mail and how far it was told commit together. */
export function notifyFollower(
  { id, email, notifiedUntil }: Subscription,
  mail: Mail | null,
  now: Date,
): Promise<void> {
  return database().transaction(async (tx: Transaction) => {
    if (notifiedUntil === null) return;
    const sent = await tx
      .update(subscriptions)
      .set({ notifiedUntil: now })
      .where(and(eq(subscriptions.id, id), eq(subscriptions.notifiedUntil, notifiedUntil)))
      .returning({ id: subscriptions.id });
    if (sent.length > 0 && mail) await queueCitizenMail(tx, { address: email, ...mail }, now);
  });
}
