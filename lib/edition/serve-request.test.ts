import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CachedPage, cachePage } from "./cached-page";
import { openQueryCache } from "./query-cache";
import { serveRequest, serveStored } from "./serve-request";
import { watchTraffic } from "./traffic";

const html = "text/html; charset=utf-8";
const state = {
  isAway: false,
  stored: new Map<string, CachedPage>(),
  laidAside: new Map<string, CachedPage>(),
  demanded: [] as string[],
  demand: async (_path: string): Promise<CachedPage | null> => null,
};
const larger = openQueryCache(async (address) => cachePage(html, Buffer.from(`大字 ${address}`)));
const store = {
  ask: (path: string) => state.stored.get(path),
  laidAside: async (path: string) => state.laidAside.get(path),
};
const publisher = {
  keepDay: () => {},
  demand(path: string) {
    state.demanded.push(path);
    return state.demand(path);
  },
};
const server = createServer(
  serveRequest({
    store,
    publisher,
    queries: openQueryCache(async (address) => cachePage(html, Buffer.from(`查 ${address}`))),
    elderQueries: larger,
    isAway: () => state.isAway,
    traffic: watchTraffic(0),
    next: (_request, response) => response.end("next"),
  }),
);
let origin: string;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
const quick = createServer((request, response) => {
  if (!serveStored({ store, publisher })(request, response)) response.end("goes on");
});
beforeAll(async () => {
  quick.listen(0, "127.0.0.1");
  await once(quick, "listening");
});
afterAll(() => quick.close());
beforeEach(() => {
  process.env.NEXTAUTH_SECRET = "0".repeat(32);
  state.isAway = false;
  state.stored.clear();
  state.laidAside.clear();
  state.demanded = [];
  state.demand = async () => null;
});

const page = (text: string) => cachePage(html, Buffer.from(text));
const read = async (path: string, headers = {}) => {
  const response = await fetch(origin + path, { headers });
  return [response.status, await response.text()];
};

test("a page of the edition is sent as stored, or rendered when it is asked for", async () => {
  state.stored.set("/", await page("首页"));
  state.demand = async (path) => page(`现做 ${path}`);
  expect(await read("/")).toEqual([200, "首页"]);
  expect(await read("/tasks/AIR-01")).toEqual([200, "现做 /tasks/AIR-01"]);
  expect(state.demanded).toEqual(["/tasks/AIR-01"]);
});

test("what is not of the edition, or is no page, is Next's to answer", async () => {
  for (const path of ["/inbox", "/tasks/NONE", "/letters"])
    expect(await read(path)).toEqual([200, "next"]);
  expect(state.demanded).toEqual(["/tasks/NONE"]);
});

test("larger type is rendered for pages, and files are the same to everybody", async () => {
  state.stored.set("/feed.atom", await cachePage("application/atom+xml", Buffer.from("文件")));
  const elder = { cookie: "elder=1" };
  expect(await read("/tasks/AIR-01", elder)).toEqual([200, "大字 /tasks/AIR-01"]);
  expect(await read("/feed.atom", elder)).toEqual([200, "文件"]);
  expect(state.demanded).toEqual([]);
});

test("while the database is away what was last known is sent, and what never was is unavailable", async () => {
  state.laidAside.set("/tasks/AIR-01", await page("昨天"));
  state.isAway = true;
  expect(await read("/tasks/AIR-01", { cookie: "elder=1" })).toEqual([200, "昨天"]);
  expect((await read("/tasks/AIR-02"))[0]).toBe(503);
  expect(state.demanded).toEqual([]);
});

test("what was last known is sent, too, when the database went a moment ago", async () => {
  state.laidAside.set("/tasks/AIR-01", await page("昨天"));
  state.demand = async () => {
    throw new Error("the database is away");
  };
  expect(await read("/tasks/AIR-01")).toEqual([200, "昨天"]);
  expect(await read("/tasks/AIR-02")).toEqual([200, "next"]);
});

test("a stored page is answered at once to whoever asks for nothing but it, in the form that they take", async () => {
  state.stored.set("/", await page("首页"));
  const url = `http://127.0.0.1:${(quick.address() as AddressInfo).port}`;
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, {
      headers: { "accept-encoding": "identity", ...headers },
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const plain = await read("/");
  expect(plain).toMatchObject({ status: 200, text: "首页" });
  expect(plain.headers.get("content-security-policy")).toContain("default-src 'none'");
  const packed = await read("/", { "accept-encoding": "gzip, br" });
  expect(packed.text).toBe("首页");
  expect(packed.headers.get("content-encoding")).toBe("br");
  const tags = [plain, packed].map((each) => each.headers.get("etag") ?? "");
  expect(new Set(tags).size).toBe(2);
  expect((await read("/", { "if-none-match": tags[0] ?? "" })).status).toBe(304);
  for (const [name, value] of [
    ["cookie", "elder=1"],
    ["rsc", "1"],
    ["next-router-prefetch", "1"],
  ])
    expect((await read("/", { [`${name}`]: `${value}` })).text).toBe("goes on");
  for (const path of ["/?asof=2024-05-01", "/tasks"])
    expect((await read(path)).text).toBe("goes on");
});
