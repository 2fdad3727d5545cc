import type { IncomingMessage, ServerResponse } from "node:http";
import type { CachedPage } from "./cached-page";

const policy = (ancestors: string) =>
  [
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join("; ");
const closed = { "content-security-policy": policy("'none'"), "x-frame-options": "DENY" };
const embeddable = { "content-security-policy": policy("*") };
const open = { "access-control-allow-origin": "*" };
const always = {
  "cache-control": "public, max-age=0, must-revalidate",
  vary: "Accept-Encoding, Cookie",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

/** The headers of a page of the site itself that no script is in. */
export const plainPageHeaders = { ...always, ...closed };

/** The headers of a stored page, whoever asks: cards may be framed anywhere, data may be read by any site. */
function headersOf(path: string, type: string): Record<string, string> {
  const framing = path.endsWith("/card") ? embeddable : closed;
  return { ...always, ...framing, ...(type.startsWith("text/html") ? {} : open) };
}

/** Sends a stored page in the form that the asker takes, or 304 if they have it. */
export function sendPage(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  path: string,
  page: CachedPage,
): void {
  const [encoding, body] = formFor(String(headers["accept-encoding"] ?? ""), page);
  const etag = encoding ? `${page.etag.slice(0, -1)}-${encoding}"` : page.etag;
  const heading = { ...headersOf(path, page.type), etag };
  if (headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304, heading).end();
    return;
  }
  response.writeHead(200, {
    ...heading,
    "content-type": page.type,
    "content-length": body.length,
    ...(encoding && { "content-encoding": encoding }),
  });
  response.end(method === "HEAD" ? undefined : body);
}

function formFor(accepted: string, page: CachedPage): [encoding: string | null, Buffer] {
  if (page.brotli && /\bbr\b/.test(accepted)) return ["br", page.brotli];
  if (page.gzip && /\bgzip\b/.test(accepted)) return ["gzip", page.gzip];
  return [null, page.plain];
}
