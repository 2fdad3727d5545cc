import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { isCrossSite } from "@/lib/auth/request";
import { clientAddress, clientHeader, isProxy } from "@/lib/client-address";
import { asRequest } from "@/lib/current-request";
import { env, isHttps } from "@/lib/env";
import { wordsIn } from "@/lib/words";
import { localeOf } from "@/messages/locales";

const year = 365 * 24 * 60 * 60;
const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** On HTTPS, the word that the site stays there (HSTS). */
export function onHttps(): Record<string, string> {
  return isHttps() ? { "strict-transport-security": `max-age=${year}; includeSubDomains` } : {};
}

/**
 * What every request gets that is read and not only answered: a number that its answer, its log lines and its history bear; whom it
 * is from; `onHttps`; and a form that another site sent to a page is turned away.
 */
export function onArrival(serve: RequestListener): RequestListener {
  const promised = Object.entries(onHttps());
  return (request, response) => {
    const id = requestId(request);
    request.headers["x-request-id"] = id;
    request.headers[clientHeader] = clientAddress(request, env().TRUSTED_PROXIES) ?? "";
    response.setHeader("x-request-id", id);
    for (const [name, value] of promised) response.setHeader(name, value);
    const { method = "", url = "/", headers } = request;
    // What lies under /api/ refuses in its own form; a page would be Next's, whose answer is 500.
    const isForm = !reading.has(method) && !url.startsWith("/api/");
    if (isForm && isCrossSite({ get: (name) => headers[name]?.toString() ?? null })) {
      response.writeHead(403, {
        "content-type": "text/plain; charset=utf-8",
        "cache-control": "no-store",
        connection: "close",
      });
      const sentence = wordsIn(localeOf(url)).say("refusals.origin_refused");
      response.end(`${sentence} [origin_refused]\n`);
      return;
    }
    return asRequest({ id, asked: `${method} ${url.split("?", 1)[0]}` }, () =>
      serve(request, response),
    );
  };
}

/** The number that a trusted proxy gave (nginx: $request_id), else a new one: a stranger's would be anything. */
function requestId({ socket, headers }: IncomingMessage): string {
  const given = headers["x-request-id"];
  const isTrusted = isProxy(socket.remoteAddress ?? "", env().TRUSTED_PROXIES);
  const isNumber = typeof given === "string" && /^[\w-]{8,64}$/.test(given);
  return isTrusted && isNumber ? given : randomUUID();
}
