import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CachedPage, cachePage, fileOf, pageOf, sizeOf } from "./cached-page";
import { openPageStore } from "./page-store";
import { everyPath } from "./pages";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "page-store-")), "edition");
});
afterEach(() => rmSync(dirname(folder), { recursive: true }));

const html = "text/html; charset=utf-8";
const page = (text: string) => cachePage(html, Buffer.from(text));

/** A store with one page in it, which ends as a killed process does. */
async function leave(path: string, text: string) {
  const store = await openPageStore(folder);
  await store.put(path, await page(text));
}

test("every page of an edition is found again by its file", () => {
  const site = { plans: ["air"], documents: ["air"], units: ["eco"], tasks: ["AIR-02.3"] };
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

test("what a killed process left is laid aside, whole or not at all, and shown by no web server in front", async () => {
  await leave("/tasks/AIR-01", "昨天");
  writeFileSync(join(folder, "tasks/AIR-01/index.html.new"), "半");
  const store = await openPageStore(folder);
  expect(store.ask("/tasks/AIR-01")).toBeUndefined();
  expect(existsSync(join(folder, "tasks/AIR-01/index.html"))).toBe(false);
  expect(await store.laidAside("/tasks/AIR-01")).toEqual({
    ...(await page("昨天")),
    gzip: null,
    brotli: null,
  });
  expect(await store.laidAside("/tasks/AIR-02")).toBeUndefined();
});

test("what is true no longer is laid aside until it is made anew, what was withdrawn is gone", async () => {
  const store = await openPageStore(folder);
  const file = (code: string) => join(folder, `tasks/${code}/index.html`);
  for (const code of ["AIR-01", "AIR-02"]) await store.put(`/tasks/${code}`, await page("昨天"));
  await store.put("/api/v1/plans", await cachePage("application/json", Buffer.from("[]")));
  await store.retireAll();
  expect(store.paths()).toEqual([]);
  expect(existsSync(file("AIR-01"))).toBe(false);
  expect((await store.laidAside("/api/v1/plans"))?.plain.toString()).toBe("[]");

  await store.put("/tasks/AIR-01", await page("今天"));
  expect(await store.laidAside("/tasks/AIR-01")).toBeUndefined();
  expect(readFileSync(file("AIR-01"), "utf8")).toBe("今天");
  await store.retire("/tasks/AIR-01");
  expect(existsSync(file("AIR-01"))).toBe(false);
  expect((await store.laidAside("/tasks/AIR-01"))?.plain.toString()).toBe("今天");

  for (const code of ["AIR-01", "AIR-02"]) {
    await store.remove(`/tasks/${code}`);
    expect(await store.laidAside(`/tasks/${code}`)).toBeUndefined();
  }
});

test("every page of an edition can be withdrawn, whatever stands beside it", async () => {
  const site = { plans: ["air"], documents: ["air"], units: ["eco"], tasks: ["AIR-02.3"] };
  const store = await openPageStore(folder);
  const paths = everyPath(site);
  const type = (path: string) => pageOf(`x${/\.[a-z]+$/.exec(path)?.[0]}`)?.type;
  for (const path of paths) {
    const json = path.startsWith("/api/v1/") ? "application/json" : html;
    await store.put(path, await cachePage(type(path) ?? json, Buffer.from("内容")));
  }
  for (const path of paths.toReversed().filter((_, i) => i % 2)) await store.retire(path);
  for (const path of paths) await store.remove(path);
  const left = [folder, `${folder}-aside`].flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: "utf8" }),
  );
  expect(left.filter((file) => pageOf(`${file}`))).toEqual([]);
});

test("files are as was decided last, however quickly one decision follows another", async () => {
  const store = await openPageStore(folder);
  const made = await page("内容");
  await Promise.all([store.put("/", made), store.remove("/")]);
  expect(readdirSync(folder)).toEqual([]);
  await Promise.all([store.put("/", made), store.retireAll(), store.put("/", await page("新"))]);
  expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("新");
});

test("what nobody has asked for longest gives way when there is no more room", async () => {
  const pages = await Promise.all(["一", "二", "三"].map(page));
  const store = await openPageStore(folder, 2.5 * sizeOf(pages[0] as CachedPage));
  for (const [i, made] of pages.entries()) {
    await store.put(`/tasks/AIR-0${i}`, made);
    store.ask("/tasks/AIR-00");
  }
  expect(store.paths().sort()).toEqual(["/tasks/AIR-00", "/tasks/AIR-02"]);
  expect((await store.laidAside("/tasks/AIR-01"))?.plain.toString()).toBe("二");
  expect(store.isAskedFor("/tasks/AIR-00")).toBe(true);
  expect(store.isAskedFor("/tasks/AIR-02")).toBe(false);
});
