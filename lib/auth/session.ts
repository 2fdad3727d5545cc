import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { findSession } from "@/db/queries/people/people";
import { steadyTime } from "@/lib/clock";
import { mayHold, type Permission } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { localePath } from "@/messages/locales";
import { findHolder, type Holder, timeLeft } from "./actor";
import { authOptions } from "./auth";
import { requestFrom } from "./request";
import { passwordPath, signInPath, wantedHeader } from "./wanted-path";

/** The session that this request's cookie names, live or not; undefined without one. */
export async function currentSessionId(): Promise<string | undefined> {
  // Without a session this can be {}, which is truthy.
  return (await getServerSession(authOptions()))?.sessionId;
}

/** Who holds the session of this request, whether anything is theirs yet or not; null without one. Asked once a request. */
export const currentHolder = cache(async (): Promise<Holder | null> => {
  const id = await currentSessionId();
  return id ? findHolder(id, requestFrom(await headers())) : null;
});

/** Who is signed in on this request, or null: also for whoever must choose a password first. */
export async function currentActor(): Promise<Actor | null> {
  const holder = await currentHolder();
  return holder && !holder.mustChangePassword ? holder.actor : null;
}

/**
 * The signed-in person, for a page. Nobody signed in goes to the sign-in page, and comes back to the very address after it,
 * with its query; whoever must choose a password of their own does that first.
 */
export async function requireActor(): Promise<Actor> {
  const { actor, mustChangePassword } = await requireHolder();
  if (mustChangePassword) redirect(localePath(await getLocale(), passwordPath(await wanted())));
  return actor;
}

/** Who holds a session, for the page where they choose a password and no other. */
export async function requireHolder(): Promise<Holder> {
  const holder = await currentHolder();
  if (holder) return holder;
  redirect(localePath(await getLocale(), signInPath(await wanted())));
}

/** The address that this request asks for. */
async function wanted(): Promise<string> {
  return (await headers()).get(wantedHeader) ?? "/inbox";
}

/** As `requireActor`; a page of a permission that this person cannot hold looks as if it were not there. */
export async function requirePermission(permission: Permission): Promise<Actor> {
  const actor = await requireActor();
  if (!mayHold(actor, permission)) notFound();
  return actor;
}

/** How long a session lasts unless it is used, in milliseconds; `isFinal` when using it makes it no longer. */
export type SessionLeft = { ms: number; isFinal: boolean };

/** How long the session of this request lasts; null once it has ended. To ask is not to use it. */
export async function sessionLeft(): Promise<SessionLeft | null> {
  const id = await currentSessionId();
  const session = id && (await findSession(id));
  if (!session) return null;
  const left = timeLeft(session, steadyTime());
  if (!left) return null;
  const { idleMs, absoluteMs } = left;
  return { ms: Math.min(idleMs, absoluteMs), isFinal: absoluteMs <= idleMs };
}
