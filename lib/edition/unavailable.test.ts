import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { needsDatabase, sendUnavailable } from "./unavailable";

const server = createServer((request, response) =>
  needsDatabase(request) ? sendUnavailable(request, response) : response.end("next"),
);
let origin: string;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = (path: string, options?: RequestInit) => fetch(`${origin}${path}`, options);

test.each([
  ["/inbox", "系统暂时不可用", "zh-CN"],
  ["/tasks?q=锅炉", "系统暂时不可用", "zh-CN"],
  ["/en/sign-in", "The system is not available just now", "en"],
])(
  "%s says that it is unavailable for now, and how to try again",
  async (path, title, language) => {
    const response = await ask(path);
    const html = await response.text();
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("15");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain('<a href="">');
  },
);

test("who sent a form without a script is told that what they typed is a page back", async () => {
  const response = await ask("/letters/new?task=AIR-01", { method: "POST", body: "body=长信" });
  expect([response.status, response.headers.get("connection")]).toEqual([503, "close"]);
  expect(await response.text()).toContain("返回");
});

test("a program is told in JSON", async () => {
  const response = await ask("/api/v1/tasks?q=x");
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ error: "unavailable" });
});

test("nothing is said to HEAD", async () => {
  const response = await ask("/inbox", { method: "HEAD" });
  expect([response.status, await response.text()]).toEqual([503, ""]);
});

test.each([
  ["/_next/static/chunks/a.css", {}],
  ["/icon.svg", {}],
  ["/api/health", {}],
  ["/api/auth/csrf", {}],
  ["/api/evidence", { method: "POST" }],
  ["/reports/AIR-01", { method: "POST", headers: { "next-action": "1a" } }],
])("%s is Next's, which says it in its own way", async (path, options) => {
  expect(await (await ask(path, options)).text()).toBe("next");
});
