import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mayBeMissing } from "./missing-page";
import { answerPlainly, isForOnePerson } from "./plain-answer";

const form = `<form action="" method="POST"><input type="hidden" name="$ACTION_KEY" value="k"></form>`;
const asked: Record<string, RequestListener> = {
  "/letters/new": (_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("link", '</_next/a.js>; rel="preload"; as="script"');
    response.flushHeaders();
    response.writeHead(200, { "x-head": "written" });
    response.write("<!DOCTYPE html><html><head><script src='/_next/a.js'></script></head>");
    response.write(Buffer.from(`<body>写信${form}<script>start()</script></body></html>`));
    response.end();
  },
  "/letters/sent": (_request, response) => {
    response.statusCode = 303;
    response.setHeader("location", "/letters/20240612-0000-0000-0000");
    response.end();
  },
  "/letters/none": (_request, response) =>
    response.writeHead(404, { "content-type": "text/html" }).end("<script>error()</script>"),
  "/en/letters/gone": (_request, response) => {
    response.writeHead(404, { "content-type": "text/html" });
    response.end(
      '<html id="__next_error__"><head></head><body><script>show()</script></body></html>',
    );
  },
};
const server = createServer(
  answerPlainly((request, response) => asked[request.url ?? ""]?.(request, response)),
);
const ask = async (path: string, headers = {}) => {
  const { port } = server.address() as AddressInfo;
  const options = { headers, redirect: "manual" as const };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, options);
  return { response, text: await response.text() };
};
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
afterAll(() => server.close());

test.each(["identity", "gzip"])(
  "a page goes out without its scripts, its form whole: %s",
  async (encoding) => {
    const { response, text } = await ask("/letters/new", { "accept-encoding": encoding });
    expect(response.headers.get("content-encoding")).toBe(encoding === "gzip" ? "gzip" : null);
    expect(response.headers.get("link")).toBeNull();
    expect(text).toContain("写信");
    expect(text).toContain(`name="$ACTION_KEY" value="k"`);
    expect(text).not.toContain("script");
  },
);

test("what is no page, or says that there is none, goes out as it is", async () => {
  const sent = await ask("/letters/sent");
  expect([sent.response.status, sent.response.headers.get("location")]).toEqual([
    303,
    "/letters/20240612-0000-0000-0000",
  ]);
  const none = await ask("/letters/none");
  expect([none.response.status, none.text]).toEqual([404, "<script>error()</script>"]);
});

test("what Next says by a script of a page that is not there is said in words, too", async () => {
  const { response, text } = await ask("/en/letters/gone", { "accept-encoding": "gzip" });
  expect(response.status).toBe(404);
  expect(text).toContain('<html lang="en" id="__next_error__">');
  expect(text).toContain("<title>This page was not found</title>");
  expect(text).toMatch(/<body><noscript><main><h1>.*<a href="\/en">.*<\/noscript><script>show/);
});

test("it is so for pages of whoever is not signed in", () => {
  const may = (url: string, headers = {}) =>
    mayBeMissing({ url, headers } as Parameters<typeof mayBeMissing>[0]);
  for (const url of ["/nothere", "/tasks/NOPE-1?asof=2024-05-01", "/en/units/none"])
    expect([url, may(url)]).toEqual([url, true]);
  for (const url of ["/_next/static/a.js", "/api/v1/tasks", "/icon.svg"])
    expect([url, may(url)]).toEqual([url, false]);
  expect(may("/work/NOPE-1", { cookie: "a=1; next-auth.session-token=x" })).toBe(false);
});

test("it is so for the pages that are made for one person, unless a script asks", () => {
  const isPlain = (url: string, headers = {}) =>
    isForOnePerson({ url, headers } as Parameters<typeof isForOnePerson>[0]);
  for (const url of ["/letters", "/en/letters/new?task=AIR-01", "/subscriptions/new?kind=task"])
    expect([url, isPlain(url)]).toEqual([url, true]);
  for (const url of ["/work/letters", "/lettersx", "/", "/inbox", "/api/subscriptions"])
    expect([url, isPlain(url)]).toEqual([url, false]);
  expect(isPlain("/letters/new", { "next-action": "00" })).toBe(false);
  expect(isPlain("/letters", { rsc: "1" })).toBe(false);
});
