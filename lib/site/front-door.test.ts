import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { evidenceLimits } from "@/lib/domain/submissions/evidence";
import { answerTo, closeHouses, head, house, statusOf } from "./front-door.fixture";

afterEach(closeHouses);

const kilobyte = 1024;

const caps: [route: string, bytes: number, lines: string[]][] = [
  ["/api/auth/callback/credentials", 8 * kilobyte, []],
  ["/api/subscriptions", 4 * kilobyte, []],
  ["/api/subscriptions/some-token", 4 * kilobyte, []],
  ["/api/v1/tasks", 0, []],
  ["/letters/new?task=AIR-01", 64 * kilobyte, []],
  ["/en/letters/new", 64 * kilobyte, ["Next-Action: 00"]],
  ["/", 4 * kilobyte, []],
  ["/api/evidence/other", 0, []],
];

test.each(caps)("%s takes so many bytes and not one more", async (route, bytes, lines) => {
  const { dial, handed } = await house();
  const tooLong = await answerTo(
    dial(),
    head(`POST ${route}`, `Content-Length: ${bytes + 1}`, ...lines),
    "a".repeat(bytes + 1),
  );
  expect(statusOf(tooLong)).toBe(413);
  const chunked = await answerTo(
    dial(),
    head(`POST ${route}`, "Transfer-Encoding: chunked", ...lines),
    `${(bytes + 1).toString(16)}\r\n${"a".repeat(bytes + 1)}\r\n`,
  );
  expect(statusOf(chunked)).toBe(413);
  expect(handed).toEqual([]);
  if (lines.length > 0) return;
  await answerTo(dial(), head(`POST ${route}`, `Content-Length: ${bytes}`), "a".repeat(bytes));
  expect(handed.map(({ body }) => body.length)).toEqual([bytes]);
});

test("an action takes the longest draft, and not much more", async () => {
  const { dial } = await house();
  const lines = ["Next-Action: 00", "Content-Length: 131073"];
  const answer = await answerTo(dial(), head("POST /reports/AIR-01", ...lines), "[");
  expect(statusOf(answer)).toBe(413);
  expect(answer).toContain("content-type: text/plain");
});

test("what is refused is told in words of the address, and the connection is closed with the rest unread", async () => {
  const { dial } = await house();
  const declared = 1024 ** 3;
  const socket = dial();
  let sent = 0;
  const piece = Buffer.alloc(64 * kilobyte, "a");
  const push = () => {
    while (socket.writable && sent < declared) {
      sent += piece.length;
      if (!socket.write(piece)) return;
    }
  };
  socket.on("drain", push);
  socket.write(head("POST /en/letters/new", `Content-Length: ${declared}`));
  push();
  const closed = new Promise((resolve) => socket.once("close", resolve));
  const answer = await answerTo(socket);
  await closed;
  expect(answer).toContain('<html lang="en">');
  expect(answer).toContain("What was sent is too large");
  expect(answer).toContain("64 KB");
  expect(answer).not.toMatch(/\.ts|node_modules|Error/);
  expect(sent).toBeLessThan(declared / 10);
});

test("whoever waits to be told to go on is told so only for a body that is taken", async () => {
  const { dial, handed } = await house();
  const start = head("POST /api/subscriptions", "Content-Length: 5000", "Expect: 100-continue");
  expect(statusOf(await answerTo(dial(), start))).toBe(413);
  const small = head("POST /api/subscriptions", "Content-Length: 5", "Expect: 100-continue");
  expect(await answerTo(dial(), small, "email")).toMatch(/^HTTP\/1\.1 100 [\s\S]*HTTP\/1\.1 200 /);
  expect(handed.map(({ body }) => body)).toEqual(["email"]);
});

test("a file comes in pieces, no more than one byte too many of it, and its reader's answer arrives", async () => {
  let read = 0;
  const { dial } = await house(async (request, response) => {
    for await (const chunk of request) {
      read += chunk.length;
      if (read > evidenceLimits.fileBytes) break;
    }
    response.writeHead(413).end("too large");
  });
  const socket = dial();
  const piece = Buffer.concat([
    Buffer.from(`${(1024 * kilobyte).toString(16)}\r\n`),
    Buffer.alloc(1024 * kilobyte),
    Buffer.from("\r\n"),
  ]);
  const pieces = evidenceLimits.fileBytes / (1024 * kilobyte) + 5;
  const answer = await answerTo(
    socket,
    head("POST /api/evidence", "Transfer-Encoding: chunked"),
    ...Array.from({ length: pieces }, () => piece),
  );
  expect(answer).toContain("too large");
  expect(read).toBe(evidenceLimits.fileBytes + 1);
});

test("a file too large by its own word is refused before a byte of it, as its page understands", async () => {
  const { dial, handed } = await house();
  const length = `Content-Length: ${evidenceLimits.fileBytes + 1}`;
  const answer = await answerTo(dial(), head("POST /api/evidence", length));
  expect(statusOf(answer)).toBe(413);
  expect(answer).toContain('"code":"file_too_large"');
  const more = `Content-Length: ${evidenceLimits.fileBytes + 64 * 1024}`;
  const [script, page] = [`${more}\r\nAccept: application/json`, more];
  const told = await answerTo(dial(), head("POST /api/imports", script));
  expect(told).toContain('"code":"file_too_large"');
  expect(await answerTo(dial(), head("POST /api/imports", page))).toContain("<html");
  expect(handed).toEqual([]);
});

test.each(["Transfer-Encoding: chunked", "Content-Length: 20000000"])(
  "nobody reads what a file brings once there is an answer: %s",
  async (length) => {
    const { dial, bytesRead } = await house((_, response) =>
      response.writeHead(401).end("sign in first"),
    );
    const socket = dial();
    const closed = new Promise((resolve) => socket.once("close", resolve));
    // Ten megabytes, as one chunk or as half of what was declared.
    const start = length.startsWith("Transfer") ? "a00000\r\n" : "";
    const body = Buffer.alloc(10 * 1024 * kilobyte);
    const answer = await answerTo(socket, head("POST /api/evidence", length), start, body);
    await closed;
    expect(answer).toContain("sign in first");
    expect(bytesRead()).toBeLessThan(1024 * kilobyte);
  },
);

test("an action without a body is refused, as one that cannot be read is", async () => {
  const { dial, handed } = await house();
  const start = ["POST /", "Next-Action: 00"] as const;
  for (const body of ["", "[", "null"]) {
    const answer = await answerTo(dial(), head(...start, `Content-Length: ${body.length}`), body);
    expect([body, statusOf(answer)]).toEqual([body, 400]);
  }
  expect(statusOf(await answerTo(dial(), head(...start, "Content-Length: 2"), "[]"))).toBe(200);
  expect(handed).toEqual([{ target: "POST /", body: "[]" }]);
});

test("one address has so many connections, and the next is told so", async () => {
  const { dial } = await house(undefined, { perAddress: 2 });
  const first = [dial(), dial()];
  await Promise.all(first.map((socket) => once(socket, "connect")));
  const answer = await answerTo(dial());
  expect(statusOf(answer)).toBe(429);
  expect(answer).toContain("连接过多");
  const [left] = first;
  left?.destroy();
  await expect.poll(async () => statusOf(await answerTo(dial(), head("GET /")))).toBe(200);
});

test("whoever reads nothing of an answer any more is left, whether it was stored or made for them", async () => {
  const answer = (_: unknown, response: ServerResponse) => {
    response.end(Buffer.alloc(64 * 1024 ** 2));
    return true;
  };
  for (const door of [{ answerAtOnce: answer }, {}]) {
    const { dial, left } = await house(answer, { ...door, silenceMs: 50 });
    dial().pause().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await left();
  }
});

test("whoever leaves amid a body takes nothing with them, and what fails is told without its reason", async () => {
  const { dial, handed } = await house((request) => {
    if (request.url === "/fails") throw new Error("a secret reason");
  });
  const leaving = dial();
  leaving.write(head("POST /", "Content-Length: 100"));
  leaving.resume().end("half");
  await once(leaving, "close");
  const answer = await answerTo(dial(), head("GET /fails"));
  expect([statusOf(answer), handed]).toEqual([500, []]);
  expect(answer).toContain("系统暂时不可用");
  expect(answer).not.toContain("secret");
});
