import { database } from "@/db/client";
import { touchSession } from "@/db/mutations/people/sessions";
import { liveDelegationsOf } from "@/db/queries/people/delegations";
import { findSession } from "@/db/queries/people/people";
import { currentDay, steadyTime } from "@/lib/clock";
import type { Actor } from "@/lib/domain/people/roles";
import { env } from "@/lib/env";

const minute = 60_000;

/** GB/T 22239 8.1.4.1 b: a session ends after 30 idle minutes, and after 12 hours whatever happens. */
export const sessionLimits = { idleMs: 30 * minute, absoluteMs: 12 * 60 * minute };

/** How long a session lasts from `now` unless it is used, by each of the limits; null once it is over. */
export function timeLeft({ startedAt, seenAt }: { startedAt: Date; seenAt: Date }, now: Date) {
  const since = (at: Date) => now.getTime() - at.getTime();
  // Used after now: the clock was set back while we were not running, and nobody knows how long ago that was.
  if (since(seenAt) < -minute) return null;
  const idleMs = sessionLimits.idleMs - since(seenAt);
  const absoluteMs = sessionLimits.absoluteMs - since(startedAt);
  return idleMs > 0 && absoluteMs > 0 ? { idleMs, absoluteMs } : null;
}

/** Whose session it is, and whether they must choose a password of their own before anything else. */
export type Holder = { actor: Actor; mustChangePassword: boolean };

/** Who holds a live session, or null: ended, idle for too long, too old, or a demo account outside the demo. */
export async function findHolder(
  sessionId: string,
  request: Actor["request"],
): Promise<Holder | null> {
  const session = await findSession(sessionId);
  if (!session) return null;
  const now = steadyTime();
  const left = timeLeft(session, now);
  if (!left) return null;
  const { username, ...person } = session.person;
  if (person.isDemo && env().DEMO !== "on") return null;
  if (left.idleMs < sessionLimits.idleMs - minute) await touchSession(sessionId, now);
  const standsInFor = await liveDelegationsOf(database(), person.id, await currentDay());
  const { mustChangePassword } = session;
  return { actor: { ...person, standsInFor, request }, mustChangePassword };
}

/**
 * The person of a live session on whose account things are read and written. Null for whoever still has the password that
 * they were given: nothing of the workspace is theirs yet (compliance.md D1-1).
 */
export async function findActor(
  sessionId: string,
  request: Actor["request"],
): Promise<Actor | null> {
  const holder = await findHolder(sessionId, request);
  return holder && !holder.mustChangePassword ? holder.actor : null;
}
