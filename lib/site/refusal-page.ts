import { STATUS_CODES } from "node:http";
import { tooLarge } from "@/lib/domain/submissions/evidence";
import { wordsIn } from "@/lib/words";
import { type Locale, localeOf, localePath } from "@/messages/locales";
import { plainPage } from "./plain-page";

/** What the front door refuses, with the status it says so by. */
const statuses = {
  malformed: 400,
  method_refused: 405,
  too_slow: 408,
  body_too_large: 413,
  target_too_long: 414,
  too_many_connections: 429,
  headers_too_large: 431,
  failed: 500,
} as const;
export type RefusedFor = keyof typeof statuses;

export type Refused = { status: number; headers: Record<string, string>; body: string };

const always = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  connection: "close",
};

type Place = { path: string; isAction: boolean; isScript?: boolean; limit?: number };

/**
 * What somebody is told whose request went no further: a page, or what a program that asked there can read. A path names
 * its language; where none could be read, both speak.
 */
export function refusal(why: RefusedFor, place: Place | null): Refused {
  const [type, body] = place ? told(why, place) : [html, page(why, ["zh-CN", "en"])];
  const headers = {
    ...always,
    "content-type": type,
    "content-length": `${Buffer.byteLength(body)}`,
  };
  const more: Record<string, string> = why === "method_refused" ? { allow: "GET, HEAD, POST" } : {};
  return { status: statuses[why], headers: { ...headers, ...more }, body };
}

/** The same as it goes over a connection on which nothing was asked that could be answered. */
export function rawRefusal(why: RefusedFor): string {
  const { status, headers, body } = refusal(why, null);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", body].join("\r\n");
}

const html = "text/html; charset=utf-8";
const json = "application/json; charset=utf-8";

function told(
  why: RefusedFor,
  { path, isAction, isScript, limit }: Place,
): [type: string, body: string] {
  const locale = localeOf(path);
  // Without a script a form of files leads to a page.
  const isFile = path.startsWith("/api/evidence") || (isScript && path === "/api/imports");
  if (isFile && why === "body_too_large")
    return [json, JSON.stringify({ ok: false, refusal: tooLarge() })];
  if (path.startsWith("/api/v1/"))
    return [json, JSON.stringify({ error: why, message: sentence(why, locale, limit) })];
  // Next shows the script that sent it the text of a refusal, and nothing of a page.
  if (isAction) return ["text/plain; charset=utf-8", sentence(why, locale, limit)];
  return [html, page(why, [locale], limit)];
}

function sentence(why: RefusedFor, locale: Locale, limit?: number): string {
  const { say } = wordsIn(locale);
  const text = say(`frontDoor.${why}.text`);
  return limit ? `${text}${say("frontDoor.limit", { limit: inWords(limit) })}` : text;
}

function inWords(bytes: number): string {
  const kilobytes = Math.floor(bytes / 1024);
  return kilobytes >= 1024 ? `${Math.floor(kilobytes / 1024)} MB` : `${kilobytes} KB`;
}

function page(why: RefusedFor, locales: [Locale, ...Locale[]], limit?: number): string {
  const part = (locale: Locale) => {
    const { say } = wordsIn(locale);
    const link = { href: localePath(locale, "/"), words: say("frontDoor.home") };
    const title = say(`frontDoor.${why}.title`);
    return { locale, title, text: sentence(why, locale, limit), link };
  };
  const [first, ...others] = locales;
  return plainPage([part(first), ...others.map(part)]);
}
