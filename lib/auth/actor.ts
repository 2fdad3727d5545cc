import { database } from "@/db/client";
import { touchSession } from "@/db/mutations/people/sessions";
import { liveDelegationsOf } from "@/db/queries/people/delegations";
import { findSession } from "@/db/queries/people/people";
import { currentTime } from "@/lib/clock";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { env } from "@/lib/env";

const minute = 60_000;

/** GB/T 22239 8.1.4.1 b: a session ends after 30 idle minutes, and after 12 hours whatever happens. */
export const sessionLimits = { idleMs: 30 * minute, absoluteMs: 12 * 60 * minute };

/** The person of a live session, or null: ended, idle for too long, too old, or a demo account outside the demo. */
export async function findActor(
  sessionId: string,
  request: Actor["request"],
): Promise<Actor | null> {
  const session = await findSession(sessionId);
  if (!session) return null;
  const now = await currentTime();
  const idle = now.getTime() - session.seenAt.getTime();
  const age = now.getTime() - session.startedAt.getTime();
  if (idle > sessionLimits.idleMs || age > sessionLimits.absoluteMs) return null;
  const { username, ...person } = session.person;
  if (person.isDemo && env().DEMO !== "on") return null;
  if (idle > minute) await touchSession(sessionId, now);
  const standsInFor = await liveDelegationsOf(database(), person.id, dayIn(now));
  return { ...person, standsInFor, request };
}
