import { createHash } from "node:crypto";
import { log } from "@/lib/log";
import { type Locale, toLocale } from "@/messages/locales";

/** Anybody may cache a public file, and asks each time whether it is still the same. */
const shared = {
  "cache-control": "public, max-age=0, must-revalidate",
  "access-control-allow-origin": "*",
};

/** The language that a file is asked for in: its address says it, as a page's does (proxy.ts). */
export function localeIn(request: Request): Locale {
  return toLocale(request.headers.get("x-locale"));
}

/** Responds with the file that `load` gives, or 304 to who has it; null is 404, a failure is logged and 503. */
export async function fileResponse(
  request: Request,
  type: string,
  load: () => Promise<string | Uint8Array<ArrayBuffer> | null>,
): Promise<Response> {
  try {
    const file = await load();
    if (file === null) return new Response(null, { status: 404, headers: shared });
    const etag = `"${createHash("sha256").update(file).digest("base64url").slice(0, 27)}"`;
    const headers = { ...shared, "content-type": type, etag };
    const known = request.headers.get("if-none-match")?.includes(etag);
    return known ? new Response(null, { status: 304, headers }) : new Response(file, { headers });
  } catch (error) {
    log.error({ err: error, url: request.url }, "public file failed");
    return new Response(null, { status: 503, headers: shared });
  }
}
