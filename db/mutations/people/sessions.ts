import { and, desc, eq, inArray, isNull, ne, notInArray, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { spendOwn } from "@/db/mutations/budgets";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { knownDevices, refusedSignIns, sessions, users } from "@/db/schema/people";
import type { EndSessionInput } from "@/lib/domain/people/inputs";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { tellsEachFailure } from "@/lib/domain/people/sign-in-rules";
import { insist, Refused, refuse } from "@/lib/domain/refusals";

/** An account is known on so many devices; the one that has not signed in for longest gives way. */
const mostDevices = 10;

/** A session to be, the hash of the browser's name, what the browser says it is, and from when its limits count. */
type Opening = { id: string; deviceHash: string; device: string | null; begins: Date };

/**
 * Opens a server-side session for whoever has proved who they are, on a device that the account knows from now on. Its
 * limits count from `begins`; its event is of `now`. Refuses more in an hour than anybody signs in (`sign_ins_too_many`).
 */
export function startSession(
  actor: Actor,
  { id, deviceHash, device, begins }: Opening,
  now: Date,
): Promise<void> {
  return database().transaction(async (tx) => {
    await spendOwn(tx, actor, "session");
    const times = { startedAt: begins, seenAt: begins };
    await tx
      .insert(sessions)
      .values({ id, userId: actor.id, address: actor.request.ip, device, ...times });
    await rememberDevice(tx, actor, deviceHash, now);
    await recordEvent(tx, actor, { type: "session.started" }, { accountId: actor.id }, now);
  });
}

/** Ends a session for good; ending it twice changes nothing. */
export function endSession(actor: Actor, id: string, now: Date): Promise<void> {
  return database().transaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
      .returning({ userId: sessions.userId });
    const subject = { accountId: actor.id };
    if (ended.length > 0) await recordEvent(tx, actor, { type: "session.ended" }, subject, now);
  });
}

/**
 * Ends every session of one's own account but the one that asks, `keptId`: whoever is there by a stolen password or at a
 * forgotten computer is out at their next step. Returns how many were ended; ending them twice changes nothing.
 */
export function endOtherSessions(
  actor: Actor,
  keptId: string,
  now: Date,
): Promise<{ count: number }> {
  insist(refusalFor(actor, "account.update"));
  return database().transaction(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.userId, actor.id), ne(sessions.id, keptId), isNull(sessions.endedAt)))
      .returning({ id: sessions.id });
    const count = ended.length;
    if (count > 0) await recordOthersEnded(tx, actor, count, now);
    return { count };
  });
}

/** Ends one session of one's own account. Of another's it is `not_found`; one that has ended stays as it is. */
export function endOwnSession(actor: Actor, input: EndSessionInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "account.update"));
    const isOwn = and(eq(sessions.id, input.sessionId), eq(sessions.userId, actor.id));
    const [found] = await tx.select().from(sessions).where(isOwn).for("update");
    if (!found) throw new Refused(refuse("not_found"));
    if (found.endedAt) return { count: 0 };
    await tx.update(sessions).set({ endedAt: now }).where(isOwn);
    await recordOthersEnded(tx, actor, 1, now);
    return { count: 1 };
  });
}

function recordOthersEnded(tx: Transaction, actor: Actor, count: number, now: Date) {
  const event = { type: "session.others_ended", count } as const;
  return recordEvent(tx, actor, event, { accountId: actor.id }, now);
}

/** Ends every session of somebody whose rights have changed, in the transaction that changes them and tells of it. */
export async function endSessionsOf(tx: Transaction, userId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)));
}

/** Notes that a session was used: idle time counts from here. */
export async function touchSession(id: string, seenAt: Date): Promise<void> {
  await database().update(sessions).set({ seenAt }).where(eq(sessions.id, id));
}

async function rememberDevice(tx: Transaction, actor: Actor, deviceHash: string, now: Date) {
  await tx
    .insert(knownDevices)
    .values({ deviceHash, userId: actor.id, seenAt: now })
    .onConflictDoUpdate({
      target: [knownDevices.userId, knownDevices.deviceHash],
      set: { seenAt: now },
    });
  const kept = tx
    .select({ deviceHash: knownDevices.deviceHash })
    .from(knownDevices)
    .where(eq(knownDevices.userId, actor.id))
    .orderBy(desc(knownDevices.seenAt))
    .limit(mostDevices);
  const others = notInArray(knownDevices.deviceHash, kept);
  await tx.delete(knownDevices).where(and(eq(knownDevices.userId, actor.id), others));
}

/** A failed sign-in: of which account, null for a name that there is not, and its how manieth within 30 minutes. */
type Failure = {
  account: { id: string; username: string } | undefined;
  locked: boolean;
  failures: number;
};

/**
 * Writes a failed sign-in into the history: the account's name, and whether it is locked there now. What nobody's name
 * is, and what goes on and on, is only counted here: whoever knocks must not fill a history that nobody can empty.
 */
export function recordRefusedSignIn(
  request: Actor["request"],
  { account, locked, failures }: Failure,
  now: Date,
): Promise<void> {
  return database().transaction(async (tx) => {
    if (account && failures <= tellsEachFailure) {
      const event = { type: "session.refused", username: account.username, locked } as const;
      await recordEvent(tx, null, event, { accountId: account.id }, now, request);
      return;
    }
    await tx
      .insert(refusedSignIns)
      .values({ username: account?.username ?? "", times: 1, since: now, lastAddress: request.ip })
      .onConflictDoUpdate({
        target: refusedSignIns.username,
        set: { times: sql`${refusedSignIns.times} + 1`, lastAddress: request.ip },
      });
  });
}

/** Writes what was counted of failed sign-ins into the history, one event a name, and begins to count anew. */
export function recordCountedRefusals(now: Date): Promise<void> {
  return database().transaction(async (tx) => {
    const counted = await tx.delete(refusedSignIns).returning();
    const names = counted.map(({ username }) => username);
    const accounts = await tx
      .select({ id: users.id, username: users.username })
      .from(users)
      .where(inArray(users.username, names));
    for (const { username, times, since, lastAddress } of counted) {
      const accountId = accounts.find((account) => account.username === username)?.id;
      const event = {
        type: "session.refusals_counted",
        username: username || null,
        times,
        since: since.toISOString(),
      } as const;
      await recordEvent(tx, null, event, { accountId }, now, { id: "", ip: lastAddress });
    }
  });
}
