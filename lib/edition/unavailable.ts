import type { IncomingMessage, ServerResponse } from "node:http";
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
  const wasSent = method === "POST";
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${say("public.error.title")}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem; font: 17px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
</style>
</head>
<body>
<main>
<h1>${say("public.error.title")}</h1>
<p>${say(wasSent ? "public.error.notSent" : "public.error.text")}</p>
${wasSent ? "" : `<p><a href="">${say("public.error.retry")}</a></p>`}
</main>
</body>
</html>
`;
}
