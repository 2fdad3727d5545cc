import { and, eq, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { sessions } from "@/db/schema/people";
import type { Actor } from "@/lib/domain/people/roles";

/** Opens a server-side session for whoever has proved who they are. Its limits count from `begins`; its event is of `now`. */
export function startSession(actor: Actor, id: string, begins: Date, now: Date): Promise<void> {
  return database().transaction(async (tx) => {
    const times = { startedAt: begins, seenAt: begins };
    await tx.insert(sessions).values({ id, userId: actor.id, ...times });
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

/** Notes that a session was used: idle time counts from here. */
export async function touchSession(id: string, seenAt: Date): Promise<void> {
  await database().update(sessions).set({ seenAt }).where(eq(sessions.id, id));
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
