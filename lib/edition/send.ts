import type { IncomingMessage, ServerResponse } from "node:http";
import { onHttps } from "@/lib/site/arrival";
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
  return { ...always, ...framing, ...(type.startsWith("text/html") ? {} : open), ...onHttps() };
}

/** A page in one encoding: its bytes, and the headers in which they are told or said to be known, made once. */
type Form = { etag: string; body: Buffer; told: string[]; known: string[] };
const forms = new WeakMap<CachedPage, Map<string, Form>>();

/** Sends a stored page in the form that the asker takes, or 304 if they have it. */
export function sendPage(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  path: string,
  page: CachedPage,
): void {
  const { etag, body, told, known } = formFor(headers["accept-encoding"], path, page);
  if (headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304, known).end();
    return;
  }
  response.writeHead(200, told);
  response.end(method === "HEAD" ? undefined : body);
}

function formFor(accepted: string | string[] = "", path: string, page: CachedPage): Form {
  const encoding =
    page.brotli && /\bbr\b/.test(`${accepted}`)
      ? "br"
      : page.gzip && /\bgzip\b/.test(`${accepted}`)
        ? "gzip"
        : "";
  const made = forms.get(page) ?? new Map<string, Form>();
  forms.set(page, made);
  const form = made.get(encoding) ?? makeForm(encoding, path, page);
  made.set(encoding, form);
  return form;
}

function makeForm(encoding: "br" | "gzip" | "", path: string, page: CachedPage): Form {
  const body =
    (encoding === "br" ? page.brotli : encoding === "gzip" ? page.gzip : null) ?? page.plain;
  const etag = encoding ? `${page.etag.slice(0, -1)}-${encoding}"` : page.etag;
  const heading = { ...headersOf(path, page.type), etag, ...(page.link && { link: page.link }) };
  const told = {
    ...heading,
    "content-type": page.type,
    "content-length": `${body.length}`,
    ...(encoding && { "content-encoding": encoding }),
  };
  return { etag, body, told: Object.entries(told).flat(), known: Object.entries(heading).flat() };
}
