import { randomUUID } from "node:crypto";
import { isIP } from "node:net";
import { env } from "@/lib/env";

type HeaderBag = { get(name: string): string | null };

/**
 * Where a request comes from. `x-forwarded-for` is believed only as far as there are trusted proxies: each of them
 * appends the address it saw, so the client's is the one the outermost trusted proxy wrote.
 */
export function requestFrom(headers: HeaderBag): { id: string; ip: string | null } {
  const proxies = env().TRUSTED_PROXIES;
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const ip = proxies > 0 ? forwarded.at(-proxies) : undefined;
  return { id: randomUUID(), ip: ip && isIP(ip) ? ip : null };
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
