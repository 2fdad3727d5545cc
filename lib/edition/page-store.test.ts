import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cachePage, fileOf, pageOf } from "./cached-page";
import { openPageStore } from "./page-store";
import { everyPath } from "./pages";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "page-store-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const html = "text/html; charset=utf-8";
const page = (text: string) => cachePage(html, Buffer.from(text));

/** A store with one page in it, which ends as a killed process does. */
async function leave(path: string, text: string) {
  const store = await openPageStore(folder);
  await store.put(path, await page(text));
}

test("every page of an edition is found again by its file", () => {
  const task = { code: "AIR-02.3", parentCode: null, plan: "air", document: "air", units: ["eco"] };
  const site = { plans: ["air"], documents: ["air"], units: ["eco"], tasks: [task] };
  const typeOf = (path: string) => {
    const ending = /\.(csv|jsonld|atom|ics|xml|txt|png|pdf)$/.exec(path)?.[1];
    if (ending) return pageOf(`x.${ending}`)?.type ?? "";
    return path.startsWith("/api/v1/") ? "application/json; charset=utf-8" : html;
  };
  const paths = everyPath(site);
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.map((path) => pageOf(fileOf(path, typeOf(path))))).toEqual(
    paths.map((path) => ({ path, type: typeOf(path) })),
  );
});

test("what a killed process left is there for when there is nothing better, whole or not at all", async () => {
  await leave("/tasks/AIR-01", "昨天");
  writeFileSync(join(folder, "tasks/AIR-01/index.html.new"), "半");
  const store = await openPageStore(folder);
  expect(store.get("/tasks/AIR-01")).toBeUndefined();
  expect(store.left("/tasks/AIR-01")).toEqual({
    ...(await page("昨天")),
    gzip: null,
    brotli: null,
  });
  expect(store.paths()).toEqual(["/tasks/AIR-01"]);
});

test("once a page is made anew, or is no more, what was left of it is gone", async () => {
  await leave("/tasks/AIR-01", "昨天");
  await leave("/tasks/AIR-02", "昨天");
  const store = await openPageStore(folder);
  await store.put("/tasks/AIR-01", await page("今天"));
  await store.remove("/tasks/AIR-02");
  expect(store.left("/tasks/AIR-01")).toBeUndefined();
  expect(store.left("/tasks/AIR-02")).toBeUndefined();
  expect(store.get("/tasks/AIR-01")?.plain.toString()).toBe("今天");
  expect(store.paths()).toEqual(["/tasks/AIR-01"]);
});

test("a folder that is cleared shows a web server in front nothing that may have been withdrawn", async () => {
  await leave("/tasks/AIR-01", "昨天");
  const store = await openPageStore(folder);
  await store.clearFolder();
  expect(existsSync(join(folder, "tasks"))).toBe(false);
  expect(store.left("/tasks/AIR-01")).toBeDefined();
  await store.put("/tasks/AIR-01", await page("今天"));
  expect(readFileSync(join(folder, "tasks/AIR-01/index.html"), "utf8")).toBe("今天");
});
