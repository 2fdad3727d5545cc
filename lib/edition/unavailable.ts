import type { IncomingMessage, ServerResponse } from "node:http";
import { plainPage } from "@/lib/site/plain-page";
import { wordsIn } from "@/lib/words";
import { localeOf } from "@/messages/locales";
import { plainPageHeaders } from "./send";

/** What works without the database, or says in its own way that it does not. */
const selfSufficient = /^\/(?:_next\/|icon\.svg|api\/(?:health|auth|elder|evidence)(?:\/|$))/;

/** Whether a request can only fail while the database is away. An action of a form refuses in words, and the form stays. */
export function needsDatabase({ url = "/", headers }: IncomingMessage): boolean {
  const [path = "/"] = url.split("?");
  return !selfSufficient.test(path) && headers["next-action"] === undefined;
}

/** Says 503 in words, to a program as JSON. */
export function sendUnavailable(request: IncomingMessage, response: ServerResponse): void {
  const { url = "/", method } = request;
  const isData = url.startsWith("/api/");
  response.writeHead(503, {
    ...plainPageHeaders,
    "content-type": isData ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
    "cache-control": "no-store",
    "retry-after": "15",
    // What was sent is not read to its end.
    ...(method !== "GET" && method !== "HEAD" && { connection: "close" }),
  });
  response.end(method === "HEAD" ? undefined : isData ? data() : page(request));
}

function data(): string {
  const message = wordsIn("zh-CN").say("openData.unavailable");
  return JSON.stringify({ error: "unavailable", message });
}

function page({ url = "/", method }: IncomingMessage): string {
  const locale = localeOf(url.split("?")[0] ?? "/");
  const { say } = wordsIn(locale);
  const title = say("public.error.title");
  // What was typed is a page back.
  if (method === "POST")
    return plainPage([{ locale, title, text: say("public.error.notSent"), link: null }]);
  const link = { href: "", words: say("public.error.retry") };
  return plainPage([{ locale, title, text: say("public.error.text"), link }]);
}
