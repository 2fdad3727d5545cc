import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CachedPage, cachePage } from "./cached-page";
import { openQueryCache } from "./query-cache";
import { serveRequest } from "./serve-request";
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
const server = createServer(
  serveRequest({
    store: {
      ask: (path) => state.stored.get(path),
      laidAside: async (path) => state.laidAside.get(path),
    },
    publisher: {
      keepDay: () => {},
      demand(path) {
        state.demanded.push(path);
        return state.demand(path);
      },
    },
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
beforeEach(() => {
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
