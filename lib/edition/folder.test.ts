import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CachedPage, cachePage } from "./cached-page";
import { writeFolder } from "./folder";

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "edition-"));
});
afterEach(() => rmSync(out, { recursive: true }));

const long = new Date("2024-06-12T00:00:00Z");
const styled = '<link rel="stylesheet" href="/x/_next/static/a.css">';
const pages: Record<string, string> = {
  "/": `首页${styled}`,
  "/tasks/AIR-01": "任务",
  "/tasks/AIR-01/card": "卡片",
  "/api/v1/tasks": "[]",
  "/_next/static/a.css": "body{}",
};
const typeOf = (path: string) =>
  path.startsWith("/api/") ? "application/json" : path.endsWith(".css") ? "text/css" : "text/html";

function write(
  site: Record<string, string>,
  render?: (path: string) => Promise<CachedPage | null>,
) {
  const paths = Object.keys(site).filter((path) => !path.endsWith(".css"));
  const own = async (path: string) => {
    const body = site[path];
    return body === undefined ? null : cachePage(typeOf(path), Buffer.from(body));
  };
  return writeFolder({ out, base: "/x", paths, render: render ?? own });
}
const read = (file: string) => readFileSync(join(out, file), "utf8");
const has = (file: string) => existsSync(join(out, file));

test("pages, data and what pages are dressed in are written, with their compressed forms beside", async () => {
  expect(await write(pages)).toEqual({ files: 5, changed: 5, removed: 0 });
  expect(read("index.html")).toBe(`首页${styled}`);
  expect(read("tasks/AIR-01/index.html")).toBe("任务");
  expect(read("api/v1/tasks.json")).toBe("[]");
  expect(read("_next/static/a.css")).toBe("body{}");
  expect(gunzipSync(readFileSync(join(out, "index.html.gz"))).toString()).toBe(`首页${styled}`);
  expect(has("index.html.br")).toBe(true);
});

test("again, only what changed is written, and the rest keeps its time", async () => {
  await write(pages);
  for (const file of ["index.html", "tasks/AIR-01/index.html"])
    utimesSync(join(out, file), long, long);
  expect(await write(pages)).toEqual({ files: 5, changed: 0, removed: 0 });
  expect(await write({ ...pages, "/tasks/AIR-01": "办结" })).toMatchObject({ changed: 1 });
  expect(read("tasks/AIR-01/index.html")).toBe("办结");
  expect(statSync(join(out, "index.html")).mtime).toEqual(long);
});

test("what is no longer public is removed in every form, and its folder with it", async () => {
  await write(pages);
  const { "/tasks/AIR-01": _, "/tasks/AIR-01/card": __, ...rest } = pages;
  expect(await write(rest)).toEqual({ files: 3, changed: 0, removed: 2 });
  expect(has("tasks")).toBe(false);
  expect(has("index.html")).toBe(true);
});

test("a run that breaks off is taken up by the next, which forgets no file of it", async () => {
  await expect(
    write(pages, async (path) => {
      if (path === "/api/v1/tasks") throw new Error("no database");
      return cachePage(typeOf(path), Buffer.from("半途"));
    }),
  ).rejects.toThrow("no database");
  expect(has("tasks/AIR-01/index.html")).toBe(true);
  await write({ "/": "首页" });
  expect([read("index.html"), has("tasks/AIR-01/index.html")]).toEqual(["首页", false]);
});
