import { afterEach, expect, test } from "vitest";
import { answerTo, closeHouses, head, house, statusOf } from "./front-door.fixture";

afterEach(closeHouses);

const odd: [what: string, start: string, status: number, lines?: string[]][] = [
  ["a NUL in the path", "GET /tasks/%00", 400],
  ["a NUL in the query", "GET /tasks?q=a%00b", 400],
  ["half a surrogate pair", "GET /tasks?q=%ED%A0%80", 400],
  ["half a surrogate pair in the path", "GET /units/%ED%BF%BF", 400],
  ["a percent sign alone", "GET /tasks?q=100%", 400],
  ["a percent sign before no digits", "GET /%zz", 400],
  ["GBK", "GET /tasks?q=%B9%F8%C2%AF", 400],
  ["a backslash", "GET /\\evil.example", 400],
  ["another's address", "GET http://evil.example/", 400],
  ["no path", "GET //", 400],
  ["no file", "OPTIONS *", 400],
  ["TRACE", "TRACE /", 405],
  ["PUT", "PUT /tasks", 405],
  ["PROPFIND", "PROPFIND /", 405],
  ["a method that is none", "JUMP /", 400],
  ["a NUL in a header", "GET /", 400, ["X-Odd: a\0b"]],
  ["a host that is none", "GET /", 400, ["X-Forwarded-Host: [::"]],
  ["an origin that is none", "POST /", 400, ["Origin: nowhere"]],
  ["a router state that is none", "GET /", 400, ["Next-Router-State-Tree: %7B"]],
  ["a callback that is none", "GET /api/auth/session?callbackUrl=nowhere", 400],
  ["a remembered callback that is none", "GET /", 400, ["Cookie: next-auth.callback-url=x%3A"]],
  ["a long address", `GET /tasks?q=${"a".repeat(5000)}`, 414],
  ["large headers", "GET /", 431, [`X-Odd: ${"a".repeat(20_000)}`]],
  ["a length that is none", "POST /", 400, ["Content-Length: 1e9"]],
];

test.each(odd)("%s is refused in words: %s", async (_, start, status, lines = []) => {
  const { dial, handed } = await house();
  const answer = await answerTo(dial(), head(start, ...lines));
  expect([statusOf(answer), handed]).toEqual([status, []]);
  expect(answer).toMatch(/请求|网址/);
});

test("what is plain goes through as it came", async () => {
  const { dial, handed } = await house();
  const target = `/tasks?q=${encodeURIComponent("大气 100% 😀")}&light=red&light=yellow`;
  await answerTo(dial(), head(`GET ${target}`, "Origin: null"));
  expect(handed).toEqual([{ target: `GET ${target}`, body: "" }]);
});
