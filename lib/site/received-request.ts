import { IncomingMessage } from "node:http";
import type { RefusedFor } from "./refusal-page";

/** A long draft over a slow line takes a few seconds; whoever sends a byte now and then is not waited for. */
const bodyMs = 30_000;

/** Receives a whole body of at most `limit` bytes, or says why not; nobody has it then, and the rest stays unread. */
export function receiveBody(
  request: IncomingMessage,
  limit: number,
  ms = bodyMs,
): Promise<Buffer | RefusedFor | "gone"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (outcome: Buffer | RefusedFor | "gone") => {
      clearTimeout(timer);
      request.off("data", take).off("end", whole).off("close", gone).pause();
      resolve(outcome);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) return end("body_too_large");
      chunks.push(chunk);
    };
    const whole = () => end(Buffer.concat(chunks));
    const gone = () => end("gone");
    const timer = setTimeout(() => end("too_slow"), ms);
    request.on("data", take).on("end", whole).on("close", gone);
  });
}

/**
 * A request as its reader gets it: the same one, with the body that came through the door. Whoever stops reading it ends
 * nothing but their own reading, so that the connection lives to carry the answer.
 */
class ReceivedRequest extends IncomingMessage {
  constructor({ socket, method, url, httpVersion, headers, rawHeaders }: IncomingMessage) {
    super(socket);
    const [major, minor] = httpVersion.split(".").map(Number);
    Object.assign(this, { method, url, httpVersion, headers, rawHeaders });
    Object.assign(this, { httpVersionMajor: major, httpVersionMinor: minor });
  }

  override _read() {}

  override _destroy(error: Error | null, done: (error?: Error | null) => void) {
    done(error);
  }
}

export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const received = new ReceivedRequest(request);
  received.complete = true;
  received.push(body);
  received.push(null);
  return received;
}

/** Hands a body on as it comes, no faster than it is read, and nothing of it after the first byte beyond the `limit`. */
export function withStream(request: IncomingMessage, limit: number): IncomingMessage {
  const received = new ReceivedRequest(request);
  let left = limit + 1;
  received._read = () => {
    if (left > 0) request.resume();
  };
  request.on("data", (chunk: Buffer) => {
    const part = chunk.subarray(0, left);
    left -= part.length;
    if (!received.push(part) || left === 0) request.pause();
  });
  request.on("end", () => {
    received.complete = true;
    received.push(null);
  });
  request.on("close", () => {
    if (!request.complete) received.destroy(new Error("the sender has gone"));
  });
  request.pause();
  return received;
}
