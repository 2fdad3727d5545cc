import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { isCallbackUrl } from "@/lib/auth/safe-redirect";
import type { RefusedFor } from "./refusal-page";

const methods = ["GET", "HEAD", "POST", "DELETE", "OPTIONS"];
/** The ledger with every filter set takes less than half of it. */
export const longestTarget = 4096;
const base = "http://same.site";

type Asked = Pick<IncomingMessage, "method" | "url" | "headers">;

/** Why a request is refused before anybody looks at what it asks for, or null: nothing of ours sends one like it. */
export function oddityOf({ method = "", url = "", headers }: Asked): RefusedFor | null {
  if (!methods.includes(method)) return "method_refused";
  if (url.length > longestTarget) return "target_too_long";
  const isReadable = isReadableTarget(url) && hasReadableHeaders(headers) && leadsSomewhere(url);
  return isReadable ? null : "malformed";
}

/** A path of ours that says the same to everybody: percent-encoded UTF-8 without a NUL, which PostgreSQL cannot store. */
function isReadableTarget(url: string): boolean {
  if (!url.startsWith("/") || url.includes("\\") || !URL.canParse(url, base)) return false;
  return decodes(url) && new URL(url, base).origin === base;
}

/** Half a surrogate pair has no UTF-8: encoded all the same, it does not decode. */
function decodes(encoded: string): boolean {
  try {
    return !decodeURIComponent(encoded).includes("\0");
  } catch {
    return false;
  }
}

/** Next and next-auth take these headers apart, and fail where they cannot. */
function hasReadableHeaders(headers: IncomingMessage["headers"]): boolean {
  const { host, origin, cookie = "" } = headers;
  const hosts = [host, headers["x-forwarded-host"]].flat().filter((each) => each !== undefined);
  return (
    hosts.every((each) => URL.canParse(`http://${each}`)) &&
    (origin === undefined || origin === "null" || URL.canParse(origin)) &&
    isRouterState(headers["next-router-state-tree"]) &&
    callbackUrlsIn(cookie).every(isCallbackUrl)
  );
}

/** Where an address of sign-in is to lead afterwards. */
function leadsSomewhere(url: string): boolean {
  const { pathname, searchParams } = new URL(url, base);
  return (
    !pathname.startsWith("/api/auth/") || searchParams.getAll("callbackUrl").every(isCallbackUrl)
  );
}

function isRouterState(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

/** What next-auth's cookies say of where to go, whatever stands before their name (`__Secure-`, `__Host-`). */
function callbackUrlsIn(cookie: string): string[] {
  const found = cookie.matchAll(/next-auth\.callback-url=([^;]*)/g);
  return [...found].map(([, value = ""]) => (decodes(value) ? decodeURIComponent(value) : ""));
}
