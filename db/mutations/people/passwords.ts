import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull, ne, notInArray } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { hashPassword } from "@/db/password";
import { accountFacts } from "@/db/queries/people/account-facts";
import { knownDevices, passwordHistory, sessions, startLinks, users } from "@/db/schema/people";
import { rememberedPasswords } from "@/lib/domain/people/passwords";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";

/**
 * A new password as its hash, with the hash that the present one was found right against; and where its person is: the
 * session, and the hash of the browser's name, both of which stay.
 */
export type PasswordChange = {
  key: string;
  passwordHash: string;
  presentHash: string;
  sessionId: string;
  deviceHash: string | null;
};

/**
 * Gives one's own account the password of this hash, and ends all its other sessions and the memory of all other devices.
 * Refuses a session that has ended meanwhile (`session_expired`), another change that was faster
 * (`password_changed_elsewhere`), and the demo's accounts, which are everybody's (`demo_password_fixed`). No password is
 * in what it is given, so none is in what answers are kept by.
 */
export function changePassword(actor: Actor, input: PasswordChange, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "account.update"));
    const account = await lockAccount(tx, actor.id);
    if (account.isDemo) throw new Refused(refuse("demo_password_fixed"));
    if (account.passwordHash !== input.presentHash)
      throw new Refused(refuse("password_changed_elsewhere"));
    const live = and(eq(sessions.userId, actor.id), isNull(sessions.endedAt));
    const isOpen = await tx.$count(sessions, and(live, eq(sessions.id, input.sessionId)));
    if (isOpen === 0) throw new Refused(refuse("session_expired"));
    await replacePassword(tx, account, input.passwordHash, now);
    const ended = await endElsewhere(tx, actor.id, input, now);
    await recordEvent(
      tx,
      actor,
      { type: "account.password_changed" },
      { accountId: actor.id },
      now,
    );
    return { ended };
  });
}

/** Writes into the history that somebody in this session did not know its account's password. */
export function recordWrongPassword(actor: Actor, locked: boolean, now: Date): Promise<void> {
  return database().transaction((tx) =>
    recordEvent(
      tx,
      actor,
      { type: "account.password_refused", locked },
      { accountId: actor.id },
      now,
    ),
  );
}

/** An enabled account, locked; undefined for one that is not there or disabled. */
export async function lockEnabled(tx: Transaction, userId: string) {
  const [account] = await tx
    .select({
      ...accountFacts,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .for("no key update");
  return account;
}

/** As `lockEnabled`; refuses `not_found` where there is none. */
export async function lockAccount(tx: Transaction, userId: string) {
  const account = await lockEnabled(tx, userId);
  if (!account) throw new Refused(refuse("not_found"));
  return account;
}

/** Nobody knows the password of this hash. */
export function unknownPassword(): Promise<string> {
  return hashPassword(randomUUID());
}

/** Ends the code of an account that nobody has used yet. */
export async function endStartLinks(tx: Transaction, userId: string, now: Date): Promise<void> {
  const isOpen = and(isNull(startLinks.usedAt), isNull(startLinks.endedAt));
  await tx
    .update(startLinks)
    .set({ endedAt: now })
    .where(and(eq(startLinks.userId, userId), isOpen));
}

/** Puts a password in the place of the present one, which is remembered with the last few before it. */
export async function replacePassword(
  tx: Transaction,
  account: { id: string; passwordHash: string },
  passwordHash: string,
  now: Date,
): Promise<void> {
  const userId = account.id;
  await tx
    .insert(passwordHistory)
    .values({ userId, passwordHash: account.passwordHash, replacedAt: now });
  const kept = tx
    .select({ id: passwordHistory.id })
    .from(passwordHistory)
    .where(eq(passwordHistory.userId, userId))
    .orderBy(desc(passwordHistory.id))
    .limit(rememberedPasswords - 1);
  await tx
    .delete(passwordHistory)
    .where(and(eq(passwordHistory.userId, userId), notInArray(passwordHistory.id, kept)));
  await tx
    .update(users)
    .set({ passwordHash, passwordChangedAt: now, mustChangePassword: false })
    .where(eq(users.id, userId));
}

/** Ends every session of an account and forgets every device, but for the one place that is kept. Returns how many sessions. */
export async function endElsewhere(
  tx: Transaction,
  userId: string,
  kept: { sessionId: string; deviceHash: string | null } | null,
  now: Date,
): Promise<number> {
  const others = kept ? ne(sessions.id, kept.sessionId) : undefined;
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), others))
    .returning({ id: sessions.id });
  const otherDevices = kept?.deviceHash ? ne(knownDevices.deviceHash, kept.deviceHash) : undefined;
  await tx.delete(knownDevices).where(and(eq(knownDevices.userId, userId), otherDevices));
  return ended.length;
}
