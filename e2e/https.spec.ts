import { expect, test } from "@playwright/test";
import { connect } from "@/db/client";
import { createTestDatabase, databaseUrlOf } from "@/scripts/test/server.mjs";
import { openOwnSite } from "./own-site";

// A site of its own, as it stands behind a proxy that does HTTPS, on a database that the test may break.

const publicUrl = "https://dc.example";
const database = `taizhang_https_${process.pid}`;
const password = process.env.DEMO_PASSWORD ?? "";
const serverUrl = process.env.SUPERUSER_DATABASE_URL ?? "";
const server = connect(serverUrl, 1);
let site: Awaited<ReturnType<typeof openOwnSite>>;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(90_000);
  await createTestDatabase(serverUrl, database);
  const databaseUrl = databaseUrlOf(process.env.DATABASE_URL ?? "", database);
  site = await openOwnSite({ databaseUrl, publicUrl });
  await site.untilUp();
});

test.afterAll(async () => {
  await site.end();
  await server.db.execute(`drop database ${database} with (force)`);
  await server.close();
});

const pairs = (response: Response) =>
  response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");

/** Signs in from a page of `from`; gives the answer, and the cookies that a browser would have then. */
async function signInFrom(from: string | null, more: Record<string, string> = {}) {
  const csrf = await fetch(`${site.url}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${site.url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: pairs(csrf).join("; "), ...(from && { origin: from }) },
    body: new URLSearchParams({
      csrfToken,
      username: "ecology-official",
      password,
      json: "true",
      ...more,
    }),
    redirect: "manual",
  });
  return { csrf, answer, cookie: [...pairs(csrf), ...pairs(answer)].join("; ") };
}
const sessionOf = (answer: Response) =>
  answer.headers.getSetCookie().find((line) => line.includes("session-token"));

test("every cookie is this host's alone, and every answer says that the site stays on HTTPS", async () => {
  const { csrf, answer } = await signInFrom(publicUrl);
  const cookies = [csrf, answer].flatMap((response) => response.headers.getSetCookie());
  expect(cookies.length).toBeGreaterThan(2);
  for (const line of cookies)
    expect(line).toMatch(/^__Host-(?:next-auth\.|taizhang-device=)[^;]+;.*\bSecure\b/);
  for (const path of ["/", "/sign-in", "/no-such-page", "/api/health", "/_next/static/none.js"]) {
    const { headers } = await fetch(`${site.url}${path}`);
    expect([path, headers.get("strict-transport-security")]).toEqual([
      path,
      "max-age=31536000; includeSubDomains",
    ]);
    // What the edition has is answered without a number: nothing was done that bears it.
    const number = headers.get("x-request-id");
    if (path !== "/") expect([path, number]).toEqual([path, expect.stringMatching(/^[\w-]{36}$/)]);
  }
  const elder = await fetch(`${site.url}/api/elder?on=1`, { redirect: "manual" });
  expect(elder.headers.get("set-cookie")).toContain("; Secure");
});

test("a session ends with the browser, or within twelve hours if that was chosen", async () => {
  const { answer, cookie } = await signInFrom(publicUrl);
  expect(sessionOf(answer)).not.toMatch(/expires|max-age/i);
  const asked = await fetch(`${site.url}/api/auth/session`, { headers: { cookie } });
  expect(sessionOf(asked)).toBeUndefined();

  const chosen = sessionOf((await signInFrom(publicUrl, { stays: "true" })).answer) ?? "";
  const until = Date.parse(/expires=([^;]+)/i.exec(chosen)?.[1] ?? "");
  expect(until).toBeGreaterThan(Date.now());
  expect(until).toBeLessThanOrEqual(Date.now() + 12 * 3_600_000);
});

test("nobody signs in from another site's page, whatever host they ask for", async () => {
  for (const from of ["https://evil.example", "http://dc.example", site.url, "null"]) {
    const { answer } = await signInFrom(from);
    expect([from, answer.status, sessionOf(answer)]).toEqual([from, 403, undefined]);
    expect(await answer.json()).toEqual({ url: `${publicUrl}/sign-in?error=origin_refused` });
  }
  expect(sessionOf((await signInFrom(null)).answer)).toBeDefined();
});

test("what our pages do not ask of next-auth is closed, its log above all", async () => {
  const closed = [
    ["POST", "_log"],
    ["POST", "session"],
    ["POST", "signin/credentials"],
    ["GET", "signout"],
    ["GET", "verify-request"],
  ];
  for (const [method, path] of closed) {
    const body = method === "POST" ? new URLSearchParams({ level: "error", code: "FORGED" }) : null;
    const headers = { origin: publicUrl };
    const { status } = await fetch(`${site.url}/api/auth/${path}`, { method, headers, body });
    expect([method, path, status]).toEqual([method, path, 404]);
  }
  expect(site.printed()).not.toContain("FORGED");
});

test("whatever fails is one line of JSON with the number of its request, and without what it carried", async () => {
  const { cookie } = await signInFrom(publicUrl);
  const planted = "planted-in-a-request";
  const ask = (path: string, headers: Record<string, string> = {}, body?: string) =>
    fetch(`${site.url}${path}`, {
      method: body ? "POST" : "GET",
      headers,
      body,
      redirect: "manual",
    });

  // A cookie that cannot be read, bodies that cannot either, and a form of another site.
  const unread = await ask("/inbox", { cookie: `__Host-next-auth.session-token=eyJ${planted}.x` });
  const type = { origin: publicUrl, "content-type": "application/json" };
  await ask("/api/auth/callback/credentials", type, `{"password":"${planted}`);
  await ask("/inbox", { cookie, origin: publicUrl, "next-action": "0".repeat(42) }, planted);
  await ask("/inbox", { cookie, origin: "https://evil.example" }, planted);

  // Every query of a person fails, with its parameters in drizzle's message.
  const owner = connect(databaseUrlOf(serverUrl, database), 1);
  await owner.db.execute("alter table departments rename to departments_gone");
  const failed = await ask("/inbox", { cookie });
  const { answer } = await signInFrom(publicUrl, { username: planted });
  await ask("/api/health");
  await owner.db.execute("alter table departments_gone rename to departments");
  await owner.close();
  expect(failed.status).toBe(500);
  expect(await answer.text()).toContain("error=unavailable");

  const lines = site.printed().trim().split("\n");
  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const of = (response: Response) =>
    events.filter(({ request }) => request === response.headers.get("x-request-id"));
  expect(of(unread)).toEqual([expect.objectContaining({ msg: "next-auth", asked: "GET /inbox" })]);
  const [broken] = of(failed) as { err: Record<string, string> }[];
  expect(broken?.err).toMatchObject({ code: "42P01", digest: expect.stringMatching(/^\d+$/) });
  expect(await failed.text()).toContain(broken?.err.digest);
  expect(of(answer)).toEqual([expect.objectContaining({ msg: "sign-in failed" })]);
  for (const secret of [planted, password, "params:", cookie.slice(-40), "test-only-secret"])
    expect(site.printed().includes(secret), secret).toBe(false);
});
