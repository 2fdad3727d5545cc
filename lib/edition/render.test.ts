import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderPage } from "./render";
import { sendPage } from "./send";

const next = '<https://tz.example/api/v1/changes?after=AIR-01>; rel="next"';
const feed = '</feed.atom>; rel="alternate"; type="application/atom+xml"';
const ahead = '</_next/static/a.css>; rel=preload; as="style"';

/** Next as it renders; and the site as it sends what was rendered. */
let inner: Server;
let outer: Server;
const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const listen = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
beforeAll(async () => {
  process.env.PUBLIC_URL ??= "https://tz.example";
  process.env.NEXTAUTH_SECRET ??= "test-only-secret-of-at-least-32-characters";
  inner = createServer(({ url }, response) => {
    const isData = url?.startsWith("/api/");
    response.setHeader("content-type", isData ? "application/json" : "text/html; charset=utf-8");
    response.setHeader("link", isData ? next : `${ahead}, ${feed}`);
    response.end(isData ? "{}" : "<html><head></head><body>公开</body></html>");
  });
  outer = createServer(async (request, response) => {
    const page = await renderPage(originOf(inner), request.url ?? "/");
    if (page) sendPage(request, response, request.url ?? "/", page);
  });
  await Promise.all([listen(inner), listen(outer)]);
});
afterAll(() => {
  inner.close();
  outer.close();
});

test("what a page leads to in its head is sent with the stored page, told or known; what is loaded ahead is not", async () => {
  for (const [path, link] of [
    ["/api/v1/changes", next],
    ["/", feed],
  ] as const) {
    const told = await fetch(`${originOf(outer)}${path}`);
    expect([path, told.headers.get("link")]).toEqual([path, link]);
    const headers = { "if-none-match": told.headers.get("etag") ?? "" };
    const known = await fetch(`${originOf(outer)}${path}`, { headers });
    expect([known.status, known.headers.get("link")]).toEqual([304, link]);
  }
});
