import { getServerSession } from "next-auth";
import { findSession } from "@/db/queries/people/people";
import { sessionLimits } from "./actor";
import { authOptions } from "./auth";
import { currentTime } from "./clock";

/** How long a session lasts unless it is used, in milliseconds; `isFinal` when using it makes it no longer. */
export type SessionLeft = { ms: number; isFinal: boolean };

/** How long the session of this request lasts; null once it has ended. To ask is not to use it. */
export async function sessionLeft(): Promise<SessionLeft | null> {
  const id = (await getServerSession(authOptions))?.sessionId;
  const session = id && (await findSession(id));
  if (!session) return null;
  const now = (await currentTime()).getTime();
  const idle = session.seenAt.getTime() + sessionLimits.idleMs - now;
  const absolute = session.startedAt.getTime() + sessionLimits.absoluteMs - now;
  const ms = Math.min(idle, absolute);
  return ms > 0 ? { ms, isFinal: absolute <= idle } : null;
}
