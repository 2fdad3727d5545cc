import { randomUUID } from "node:crypto";
import { clientHeader } from "@/lib/client-address";
import { env } from "@/lib/env";

type HeaderBag = { get(name: string): string | null };

/** Where a request comes from: as our own server says, and nobody else; null where there is none, as in development. */
export function requestFrom(headers: HeaderBag): { id: string; ip: string | null } {
  return { id: randomUUID(), ip: headers.get(clientHeader) };
}

/**
 * Whether a browser sent this from one of our own pages. A server action is a public endpoint: one without Origin, or
 * with a spoofed X-Forwarded-Host, is refused here and not by the framework.
 */
export function isSameOrigin(headers: HeaderBag): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  return origin === env().PUBLIC_URL || new URL(origin).host === headers.get("host");
}
