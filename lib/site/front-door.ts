import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import { log } from "@/lib/log";
import { isReadableForm, isReadableJson } from "./action-body";
import { bodyLimitOf, isUpload, pathOf } from "./body-limits";
import { type ConnectionLimit, limitConnections } from "./connections";
import { oddityOf } from "./odd-requests";
import { receiveBody, withBody, withStream } from "./received-request";
import { type RefusedFor, rawRefusal, refusal } from "./refusal-page";

const second = 1000;
const timing = {
  headersTimeout: 10 * second,
  // For a whole upload; every other body has a deadline of its own.
  requestTimeout: 300 * second,
  // Longer than a proxy or a client keeps one to use again: it would find it closed under its request.
  keepAliveTimeout: 65 * second,
  connectionsCheckingInterval: 5 * second,
};
const maxHeaderSize = 16 * 1024;
/** Closed at once, a connection on which somebody is still sending loses what they were told. */
const lingerMs = second;

type Door = Partial<ConnectionLimit> & {
  /** Nothing read of an answer for so long, and nobody reads it any more. */
  silenceMs?: number;
  /** Answers a request that nobody need take apart, and says whether it did. */
  answerAtOnce?: (request: IncomingMessage, response: ServerResponse) => boolean;
  arrive?: (receive: RequestListener) => RequestListener;
};

/**
 * A server whose requests have all come through one door: none odd, none larger than its route takes, none slower than
 * people are. What is refused is told in words, and the rest of it is not read. `arrive` sees every request first that is not
 * answered at once.
 */
export function openFrontDoor(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
  {
    answerAtOnce,
    arrive = (receive) => receive,
    silenceMs = 60 * second,
    perAddress,
    isExempt,
  }: Door = {},
): Server {
  const server = createServer({ ...timing, maxHeaderSize });
  const answering = new WeakMap<object, ServerResponse>();
  const receive = arrive(async (request, response) => {
    answering.set(request.socket, response);
    request.socket.setTimeout(silenceMs);
    try {
      const admitted = await admit(request, response);
      if (admitted) await handle(admitted, response);
    } catch (error) {
      log.error({ err: error }, "a request failed");
      if (!response.headersSent) refuse(request, response, "failed");
    }
  });
  server.on("checkContinue", receive).on("request", (request, response) => {
    if (!isBare(request) || !answerAtOnce?.(request, response)) return receive(request, response);
    // Most are gone at once, and a timer for each would cost more than to look.
    if (request.socket.writableLength > 0) request.socket.setTimeout(silenceMs);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const answer = answering.get(socket);
    const isUnderWay = answer?.headersSent && !answer.writableFinished;
    if (isUnderWay || !socket.writable || error.code === "ECONNRESET") socket.destroy();
    else sayAndClose(socket as Socket, reasons[error.code ?? ""] ?? "malformed");
  });
  limitConnections(server, {
    perAddress,
    isExempt,
    refuse: (socket) => sayAndClose(socket, "too_many_connections"),
  });
  return server;
}

const reasons: Record<string, RefusedFor> = {
  HPE_HEADER_OVERFLOW: "headers_too_large",
  ERR_HTTP_REQUEST_TIMEOUT: "too_slow",
};

/** Whether a request only asks, and brings nothing. */
function isBare({ method, headers }: IncomingMessage): boolean {
  const isAsking = method === "GET" || method === "HEAD";
  return isAsking && !headers["content-length"] && !headers["transfer-encoding"];
}

/** The request that goes on, its body with it; null for one that was refused or whose sender has gone. */
async function admit(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<IncomingMessage | null> {
  const { headers } = request;
  const oddity = oddityOf(request);
  if (oddity) return refuse(request, response, oddity);
  const declared = Number(headers["content-length"] ?? 0);
  const isSent = declared > 0 || headers["transfer-encoding"] !== undefined;
  // What is posted is read even if it is nothing: an action without arguments is none.
  if (!isSent && request.method !== "POST") return request;
  const limit = bodyLimitOf(request);
  if (declared > limit) return refuse(request, response, "body_too_large");
  if (headers.expect !== undefined) response.writeContinue();
  if (isUpload(request)) {
    // It waits for its turn for longer than anybody is silent.
    request.socket.setTimeout(0);
    response.setHeader("connection", "close");
    leaveUnread(request);
    return withStream(request, limit);
  }
  const body = await receiveBody(request, limit);
  if (body === "gone") return null;
  if (typeof body === "string") return refuse(request, response, body);
  const isReadable = pathOf(request.url ?? "/").startsWith("/api/")
    ? isReadableJson(headers, body)
    : await isReadableForm(headers, body);
  return isReadable ? withBody(request, body) : refuse(request, response, "malformed");
}

function refuse(request: IncomingMessage, response: ServerResponse, why: RefusedFor): null {
  const { url = "/", headers } = request;
  const limit = why === "body_too_large" ? bodyLimitOf(request) : undefined;
  const isScript = headers.accept?.includes("application/json");
  const isAction = headers["next-action"] !== undefined;
  const place = { path: pathOf(url), isAction, isScript, limit };
  const told = refusal(why, place);
  leaveUnread(request);
  response.writeHead(told.status, told.headers);
  response.end(request.method === "HEAD" ? undefined : told.body);
  return null;
}

/** Has what nobody reads of a request go with its connection: Node would read all of one that was never begun. */
function leaveUnread(request: IncomingMessage): void {
  request.read(0);
  linger(request.socket);
}

function sayAndClose(socket: Socket, why: RefusedFor): void {
  if (socket.writableEnded) return;
  linger(socket);
  socket.write(rawRefusal(why));
  socket.destroySoon();
}

/** Ends a connection in two steps: no more from us, and after a moment in which it can be read, no more at all. */
function linger(socket: Socket): void {
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}
