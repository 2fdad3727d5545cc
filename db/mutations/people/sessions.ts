import { and, eq, isNull, ne } from "drizzle-orm";
import { database } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { sessions } from "@/db/schema/people";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist } from "@/lib/domain/refusals";

/** Opens a server-side session for whoever has proved who they are. */
export function startSession(actor: Actor, id: string, now: Date): Promise<void> {
  return database().transaction(async (tx) => {
    await tx.insert(sessions).values({ id, userId: actor.id, startedAt: now, seenAt: now });
    await recordEvent(tx, actor, { type: "session.started" }, {}, now);
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
    if (ended.length > 0) await recordEvent(tx, actor, { type: "session.ended" }, {}, now);
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
    if (count > 0) await recordEvent(tx, actor, { type: "session.others_ended", count }, {}, now);
    return { count };
  });
}

/** Notes that a session was used: idle time counts from here. */
export async function touchSession(id: string, now: Date): Promise<void> {
  await database().update(sessions).set({ seenAt: now }).where(eq(sessions.id, id));
}

/** Writes a failed sign-in into the history: the name that was tried, and whether it is locked now. */
export function recordRefusedSignIn(
  request: Actor["request"],
  username: string,
  locked: boolean,
  now: Date,
): Promise<void> {
  return database().transaction((tx) =>
    recordEvent(tx, null, { type: "session.refused", username, locked }, {}, now, request),
  );
}
