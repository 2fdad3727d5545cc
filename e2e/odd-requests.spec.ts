import { request as ask } from "node:http";
import { expect, test } from "@playwright/test";
import { actions, routes } from "./policy";
import { get, inParallel, pathOf, serverActions, signInByRequest } from "./requests";

// What nobody of ours sends, at every door of the built site: told in 4xx, never 5xx. The rules are tested one by one in
// lib/site; here is that nothing gets past them.

const baseUrl = process.env.BASE_URL ?? "http://localhost:3000";
const accounts = ["", "ecology-official", "supervisor-1", "system-admin", "auditor"];
const names = ["asof", "page", "q", "light", "from", "to", "since", "until", "receipt", "task"];
const more = [
  "kind",
  "target",
  "problem",
  "email",
  "next",
  "callbackUrl",
  "type",
  "before",
  "sort",
];
const each = (value: string) => [...names, ...more].map((name) => `${name}=${value}`).join("&");
const oddQueries = [each("1e9"), each("0000-01-01"), `${each("a")}&${each("b")}&__proto__=1`];

test("no address gets 5xx at any route, whoever asks", async () => {
  test.setTimeout(120_000);
  const cookies = await Promise.all(accounts.map((name) => (name ? signInByRequest(name) : "")));
  const asked = Object.keys(routes)
    .filter((route) => !route.startsWith("/_") && !/\.(?:png|pdf)$/.test(route))
    .flatMap((route, i) =>
      oddQueries.map((query, j) => ({
        path: `${pathOf(route)}?${query}`,
        cookie: cookies[(i + j) % cookies.length],
      })),
    );
  const failed: string[] = [];
  await inParallel(asked, async ({ path, cookie }) => {
    const { status } = await get(path, cookie);
    if (status >= 500) failed.push(`${status} ${path}`);
  });
  expect(asked.length).toBeGreaterThan(150);
  expect(failed).toEqual([]);
});

test("no address with an odd name in it gets 5xx", async () => {
  const failed: string[] = [];
  const paths = Object.keys(routes).filter((route) => /\[(?!locale)/.test(route));
  for (const odd of ["%00", "%ED%A0%80", "%F0%9F%98%80", "..%2F.."])
    await inParallel(paths, async (route) => {
      const path = pathOf(route).replace("none", odd);
      const { status } = await get(path);
      if (status >= 500) failed.push(`${status} ${path}`);
    });
  expect(failed).toEqual([]);
});

const oddArguments = [
  ...["", "[", "null", '[{"then":"$F1"}]', "[]", "[null]", "[1e9]", "[[{}]]"],
  '[{"key":"\\u0000","code":"\\ud800","version":1e15,"page":1e9,"__proto__":{"code":1}}]',
];

test("no action gets 5xx for its arguments, nor is anything unavailable because of them", async () => {
  test.setTimeout(120_000);
  const cookie = await signInByRequest("system-admin");
  const failed: string[] = [];
  const pressed = [...serverActions().values()].flatMap((action) =>
    oddArguments.map((body) => ({ action, body })),
  );
  expect(pressed.length).toBeGreaterThan(Object.keys(actions).length * 8);
  await inParallel(pressed, async ({ action: { id, name, path }, body }) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method: "POST",
      headers: { cookie, "next-action": id, "content-type": "text/plain", origin: baseUrl },
      body,
    });
    const text = await response.text();
    if (response.status >= 500 || text.includes('"unavailable"'))
      failed.push(`${response.status} ${name} ${body.slice(0, 40)} ${text.slice(0, 80)}`);
  });
  expect(failed).toEqual([]);
});

test("nor for an action that is none, a form that is none, or a letter with odd parts", async () => {
  const send = serverActions().get("letters/new/actions.ts#send");
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };
  const posts: [path: string, body: BodyInit, headers: Record<string, string>][] = [
    ["/", "[]", { "next-action": "0".repeat(42) }],
    ["/", "[]", { "next-action": "toString" }],
    ["/letters/new", "--x", { "content-type": "multipart/form-data" }],
    ["/letters/new", "--x\r\n", { "content-type": "multipart/form-data; boundary=y" }],
    ["/letters/new", form({ "0": '["$K1"]' }), { "next-action": send?.id ?? "" }],
    ["/letters/new", form({ "0": "[]" }), { "next-action": send?.id ?? "" }],
    ["/letters/new", form({ "0": '["$@7"]' }), { "next-action": send?.id ?? "" }],
    ["/letters/new", form({ [`$ACTION_ID_${send?.id}`]: "" }), {}],
    ["/letters/new", form({ body: "\0", code: "\0" }), {}],
    ["/api/subscriptions", form({ kind: "\0", target: "\0", email: "\0" }), {}],
    ["/api/subscriptions", "--x", { "content-type": "multipart/form-data" }],
    ["/api/subscriptions/none", "do=confirm%00", { "content-type": "x" }],
    ["/api/auth/callback/credentials", "{", { "content-type": "application/json" }],
    ["/api/auth/callback/credentials", "null", { "content-type": "application/json" }],
    [
      "/api/auth/callback/credentials",
      new URLSearchParams({ username: "\0", csrfToken: "\0" }),
      {},
    ],
    ["/api/auth/signout", new URLSearchParams({ callbackUrl: "http://[" }), {}],
    ["/api/auth/none/none", "", {}],
  ];
  const failed: string[] = [];
  for (const [path, body, headers] of posts) {
    const response = await fetch(`${baseUrl}${path}`, {
      ...{ method: "POST", body, redirect: "manual" },
      headers: { origin: baseUrl, ...headers },
    });
    if (response.status >= 500) failed.push(`${response.status} ${path} ${body}`);
  }
  expect(failed).toEqual([]);
});

/** What the site answers to a request that fetch would not send. */
function answer(path: string, options: { method?: string; headers?: Record<string, string> }) {
  return new Promise<[status: number, body: string]>((resolve, reject) => {
    const sent = ask(new URL(path, baseUrl), { agent: false, ...options }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => {
        body += text;
      });
      response.on("end", () => resolve([response.statusCode ?? 0, body]));
    });
    sent.on("error", reject).end();
  });
}

test("the site's own server says no in words before Next is asked", async () => {
  expect((await answer("/", { method: "TRACE" }))[0]).toBe(405);
  const [status, body] = await answer("/en/tasks?q=%00", {});
  expect([status, body.includes("cannot be read")]).toEqual([400, true]);
  const tree = { "next-router-state-tree": "{}", rsc: "1" };
  expect((await answer("/", { headers: tree }))[0]).toBe(400);
  const large = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    ...{ method: "POST", body: "a".repeat(100_000) },
  });
  expect([large.status, await large.text()]).toEqual([413, expect.stringContaining("8 KB")]);
});

test("a name that a page does not know changes nothing of the page", async ({ request }) => {
  const headers = { "accept-encoding": "gzip" };
  await expect
    .poll(async () => {
      const [plain, hung] = await Promise.all([
        request.get("/open-data", { headers }),
        request.get("/open-data?utm_source=x", { headers }),
      ]);
      return plain.headers().etag !== undefined && plain.headers().etag === hung.headers().etag;
    })
    .toBe(true);
});
