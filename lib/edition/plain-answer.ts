import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { missingAloud } from "./missing-page";
import { stripPage } from "./strip";

const toGzip = promisify(gzip);
const forOnePerson = /^(?:\/en)?\/(?:letters|subscriptions)(?:\/|$)/;

/** Whether a page is made for whoever asks, and is kept for nobody, and works as the others do: without a script. */
export function isForOnePerson({ url = "/", headers }: IncomingMessage): boolean {
  const isOfScript = headers["next-action"] !== undefined || headers.rsc !== undefined;
  return !isOfScript && forOnePerson.test(url.split("?", 1)[0] ?? "/");
}

/** What a page is to be that Next answers with; null leaves it as it is. */
type Rewrite = (html: string, status: number, request: IncomingMessage) => string | null;

/** Has Next answer, and takes the scripts out of the page that it makes. */
export const answerPlainly = (next: RequestListener) =>
  answerRewritten(next, (html, status, request) =>
    status === 200 ? stripPage(html) : missingAloud(html, status, request),
  );

/** Has Next answer, and rewrites the page that it makes. What is no page goes out as it is. */
export function answerRewritten(next: RequestListener, rewrite: Rewrite): RequestListener {
  return (request, response) => {
    const { "accept-encoding": accepted = "" } = request.headers;
    // Next would pack what is unpacked here at once.
    request.headers["accept-encoding"] = "identity";
    const { flushHeaders, writeHead } = response;
    const end = response.end.bind(response);
    const written: Buffer[] = [];
    const keep = (piece: unknown) => {
      if (typeof piece === "string" || piece instanceof Uint8Array)
        written.push(Buffer.from(piece));
    };
    // What Next sets of the head it keeps to itself until the page is whole; what packs for it writes the head before each piece.
    response.flushHeaders = () => {};
    response.writeHead = (status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      const headers = rest.at(-1);
      if (typeof headers === "object")
        for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      return response;
    };
    response.write = (piece: unknown, ...rest: unknown[]) => {
      keep(piece);
      callLast(rest);
      return true;
    };
    response.end = (...rest: unknown[]) => {
      if (typeof rest[0] !== "function") keep(rest[0]);
      Object.assign(response, { flushHeaders, writeHead });
      const whole = Buffer.concat(written);
      const page = isPage(response)
        ? rewrite(whole.toString("utf8"), response.statusCode, request)
        : null;
      // What Next would have loaded ahead goes with the scripts that are taken out.
      if (page !== null) response.removeHeader("link");
      pack(response, page === null ? whole : Buffer.from(page), `${accepted}`).then(
        (body) => end(body, () => callLast(rest)),
        (error) => response.destroy(error),
      );
      return response;
    };
    return next(request, response);
  };
}

const isPage = (response: ServerResponse) =>
  !response.headersSent && String(response.getHeader("content-type")).startsWith("text/html");

/** The bytes that go out, headers set to fit them. */
async function pack(response: ServerResponse, page: Buffer, accepted: string): Promise<Buffer> {
  if (!isPage(response)) return page;
  response.removeHeader("etag");
  response.appendHeader("vary", "Accept-Encoding");
  const body = /\bgzip\b/.test(accepted) ? await toGzip(page) : page;
  if (body !== page) response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", body.length);
  return body;
}

function callLast(given: unknown[]) {
  const done = given.at(-1);
  if (typeof done === "function") done();
}
