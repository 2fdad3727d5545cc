import { randomUUID } from "node:crypto";
import { clientHeader } from "@/lib/client-address";
import { currentRequest } from "@/lib/current-request";
import { env } from "@/lib/env";

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

type HeaderBag = { get(name: string): string | null };

/** Where a request comes from, with its number: as our own server says, and nobody else; no address in development. */
export function requestFrom(headers: HeaderBag): { id: string; ip: string | null } {
  return { id: currentRequest()?.id ?? randomUUID(), ip: headers.get(clientHeader) };
}

/**
 * Whether a browser sent this from one of our own pages: what it says of itself (Sec-Fetch-Site) and the Origin must both
 * agree where they are given, and one of them must be. A server action is a public endpoint, and the framework compares
 * with whatever Host the request names.
 */
export function isSameOrigin(headers: HeaderBag): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site !== null && site !== "same-origin") return false;
  return origin === null ? site !== null : isOurs(origin, headers.get("host"));
}

/**
 * Whether a browser sent this from elsewhere. What says nothing of where it comes from is no browser: that is for the
 * doors that have a proof of their own, such as next-auth's token.
 */
export function isCrossSite(headers: HeaderBag): boolean {
  const says = headers.get("sec-fetch-site") !== null || headers.get("origin") !== null;
  return says && !isSameOrigin(headers);
}

/**
 * The origin of PUBLIC_URL and no other. On one's own machine that has several names: any of them will do, as long as it
 * is the one that was asked, which a name that an attacker owns (DNS rebinding) never is.
 */
function isOurs(origin: string, host: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const [asked, ours] = [new URL(origin), new URL(env().PUBLIC_URL)];
  if (asked.origin === ours.origin) return true;
  const isLocal = loopback.test(asked.hostname) && loopback.test(ours.hostname);
  return isLocal && asked.protocol === ours.protocol && asked.host === host;
}
