import { DrizzleQueryError } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { logTheConsole } from "./console-log";
import { asRequest } from "./current-request";
import { describeError, openLog } from "./log";

const planted = {
  text: "报告的正文，不外传",
  password: "Kw7m-x3pd-h9ra",
  secret: "a-secret-of-at-least-32-characters-long",
  token: "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..c2VjcmV0.c2VjcmV0",
  mailbox: "zhang.san@example.gov.cn",
  receipt: "20241126-7K2M-9QXA-0B3F",
};
const env = {
  NEXTAUTH_SECRET: planted.secret,
  DATABASE_URL: `postgres://taizhang_app:${planted.password}@127.0.0.1:5432/taizhang`,
};

function openTestLog() {
  const lines: string[] = [];
  const log = openLog({ ...env, LOG_LEVEL: "trace" }, { write: (line) => void lines.push(line) });
  return { log, lines };
}

/** The server's own error, as postgres.js and pg make it. */
const serverError = (code: string, message: string) =>
  Object.assign(new Error(message), {
    name: "PostgresError",
    severity: "ERROR",
    code,
    detail: `Failing row contains (${planted.text}).`,
    where: `COPY line 1: "${planted.text}"`,
    query: "insert into submissions values ($1)",
    parameters: [planted.text],
    args: [planted.text],
  });
const failedQuery = (cause: Error) =>
  new DrizzleQueryError("insert into submissions values ($1)", [planted.text], cause);
const jsonError = (text: string) => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
};
const circle: Record<string, unknown> = { name: "circle" };
circle.itself = circle;
const unreadable = Object.defineProperty({}, "field", {
  enumerable: true,
  get: () => {
    throw new Error("no");
  },
});

/** Errors and values of every kind that reach a log, each with something that must not stand in it. */
const thrown: Record<string, unknown> = {
  "a failed query": failedQuery(serverError("23514", "new row violates check constraint")),
  "a failed query within another error": new Error("outer", {
    cause: failedQuery(serverError("23505", "duplicate key")),
  }),
  "a value that PostgreSQL could not read": serverError(
    "22P02",
    `invalid input syntax for type uuid: "${planted.text}"`,
  ),
  "the same by drizzle": failedQuery(
    serverError("22P02", `invalid input syntax for type integer: "${planted.text}"`),
  ),
  "a parameter that looks like a stack": new DrizzleQueryError(
    "insert into x values ($1)",
    [`\n    at ${planted.text} (a.ts:1:1)`],
    serverError("23514", "x"),
  ),
  "many at once": new AggregateError([failedQuery(serverError("40001", "x")), new Error("y")]),
  "text that is no JSON": jsonError(`${planted.text}{"password":"${planted.password}"}`),
  "text that begins with a quote": jsonError(`"${planted.text}`),
  "a thrown text": `Failed query: select $1\nparams: ${planted.text}`,
  "an object that is no error": { password: planted.password, nested: { cookie: planted.token } },
  "an address with a password": new Error(`connect ECONNREFUSED ${env.DATABASE_URL}`),
  "the secret of the environment": new Error(`bad ${planted.secret}`),
  "a mail server's words": new Error(`550 5.1.1 <${planted.mailbox}>: no such user`),
  "a cookie": new Error(`cookie: a=b; next-auth.session-token=${planted.token}; c=d`),
  "a token alone": new Error(`could not decrypt ${planted.token}`),
  "a password in a form": new Error(`body was username=x&password=${planted.password}&json=true`),
  "a header": { headers: { Authorization: `Bearer ${planted.token}`, "set-cookie": "x" } },
  "where a letter lies": new Error(`GET /letters/${planted.receipt} failed`),
  "a circle": circle,
  "what cannot be read": unreadable,
  "a long one": new Error("x".repeat(100_000)),
  "lines and signs that turn the writing": new Error(
    'one\n{"level":30,"msg":"forged"}\r\u001b[31mred\u001b[0m \u202eevil\u2066 \u0085 \u2028 \u200b end',
  ),
  nothing: undefined,
  "a big number": 10n,
};

/** One line, which is JSON, with nothing planted in it and no sign that a terminal obeys. */
function expectClean(lines: string[], what: string) {
  expect([what, lines.length]).toEqual([what, 1]);
  const [line = ""] = lines;
  expect(line.endsWith("\n")).toBe(true);
  expect(line.slice(0, -1), what).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(line), what).toMatchObject({ level: expect.any(Number) });
  for (const [name, value] of Object.entries(planted))
    expect(JSON.stringify(JSON.parse(line)).includes(value), `${what}: ${name}`).toBe(false);
  expect(line.length, what).toBeLessThan(20_000);
}

test("whatever is logged is one line of JSON, without secrets, parameters or addresses", () => {
  for (const [what, error] of Object.entries(thrown)) {
    for (const say of ["with a sentence", "alone"] as const) {
      const { log, lines } = openTestLog();
      if (say === "alone") log.error(error);
      else log.error({ err: error, nested: { error } }, "it failed: %s", planted.secret);
      expectClean(lines, `${what}, ${say}`);
    }
  }
});

afterEach(() => vi.unstubAllEnvs());

test("what others print by the console is one line of the log each, as clean", () => {
  vi.stubEnv("NEXTAUTH_SECRET", planted.secret);
  vi.stubEnv("DATABASE_URL", env.DATABASE_URL);
  const kept = process.listeners("warning");
  for (const [what, error] of Object.entries(thrown)) {
    const { log, lines } = openTestLog();
    const target = {} as Console;
    logTheConsole(log, target);
    target.error("\u001b[31m⨯\u001b[39m", error, { digest: "1", parameters: [planted.text] });
    expectClean(lines.splice(0), what);
    target.warn(error);
    expectClean(lines.splice(0), what);
    process.emit("warning", Object.assign(new Error(String(error)), { name: "Warning" }));
    expectClean(lines.splice(0), `${what}, as a warning`);
  }
  process.removeAllListeners("warning");
  for (const listener of kept) process.on("warning", listener);
});

test("an error keeps what it is: its kind, its words, its code, its number and where it was thrown", () => {
  const { log, lines } = openTestLog();
  const cause = serverError("23514", "new row violates check constraint");
  log.error({ err: Object.assign(failedQuery(cause), { digest: "12345" }) }, "action failed");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: 50,
    msg: "action failed",
    err: {
      type: "PostgresError",
      message: "new row violates check constraint",
      code: "23514",
      digest: "12345",
      stack: expect.stringContaining("log.test.ts"),
    },
  });
});

test("the lines of a request bear its number, those of none do not", async () => {
  const { log, lines } = openTestLog();
  await asRequest({ id: "number-one", asked: "GET /inbox" }, async () => {
    await Promise.resolve();
    log.info("within");
  });
  log.info("without");
  const [within, without] = lines.map((line) => JSON.parse(line));
  expect(within).toMatchObject({ request: "number-one", asked: "GET /inbox", msg: "within" });
  expect(without).not.toHaveProperty("request");
});

test("ordinary words stay as they are", () => {
  const { log, lines } = openTestLog();
  const said =
    "edition: 3 pages of /tasks/AIR-01 at http://127.0.0.1:3000/plans/air?asof=2024-05-01";
  log.info({ permission: "submission.write", pages: ["/a", "/b"], took: 1.5, done: true }, said);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    permission: "submission.write",
    pages: ["/a", "/b"],
    took: 1.5,
    done: true,
    msg: said,
  });
});

test("a failed query is told by the server's message and code, without the text it carried", () => {
  const cause = Object.assign(new Error("new row violates check constraint"), {
    code: "23514",
    detail: `Failing row contains (${planted.text})`,
  });
  const failed = new DrizzleQueryError("insert into x values ($1)", [planted.text], cause);
  const logged = describeError(failed);
  expect(logged).toMatchObject({ message: "new row violates check constraint", code: "23514" });
  expect(JSON.stringify(logged)).not.toContain(planted.text);
});

test("any other error keeps its message", () => {
  expect(describeError(new TypeError("x is not a function"))).toMatchObject({
    type: "TypeError",
    message: "x is not a function",
  });
});
