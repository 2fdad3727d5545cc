import { expect, test } from "@playwright/test";
import { linkClaim, listClaim, type Reader, readerFor, whatDiffers } from "./claims";
import { readNumbers, saysNumber } from "./page-numbers";
import { pastDays } from "./past-days";
import { type Bounds, walk } from "./walk";

// One truth: a number on a public page is that of the list it leads to, on whatever day.
// Alone: node scripts/run.mjs test e2e --project=counts --no-deps

async function differencesFrom(starts: string[], bounds: Bounds) {
  const first = readerFor();
  const claims = await walk(first, starts, bounds);
  return { differences: await whatDiffers(claims, { first, anew: readerFor }), claims };
}

test("a number on a public page is that of the list it leads to, in both languages", async () => {
  test.setTimeout(240_000);
  const bounds = { pages: 6, numbers: 200 };
  const { differences, claims } = await differencesFrom(["/", "/en"], bounds);
  expect(differences).toEqual([]);
  expect(claims.length).toBeGreaterThan(150);
});

test("on a past day too", async () => {
  // More than a visitor may ask in a minute: it waits for the next, once or twice.
  test.setTimeout(240_000);
  const isWanted = (address: string) => /^\/(?!en\b)[^?]*\?.*asof=/.test(address);
  for (const day of pastDays) {
    // A search that finds nothing says what it would find without each condition.
    const nothing = new URLSearchParams({ asof: day, q: "没有这样的词", due: "year" });
    const bounds = { pages: 3, numbers: 12, isWanted };
    const starts = [`/?asof=${day}`, `/tasks?${nothing}`];
    const { differences, claims } = await differencesFrom(starts, bounds);
    expect([day, differences]).toEqual([day, []]);
    expect(claims.length).toBeGreaterThan(20);
  }
});

test("it is seen when a number, a list or a mark is wrong, and nothing else", async () => {
  const pages: Record<string, string> = {
    "/": `<p><a href="/list" data-count="2">2 项</a> <a href="/list">共 3 项</a></p>
      <p><a href="/none" data-count="1">1</a></p> <p><a href="/bare" data-count="1">1</a></p>
      <p><a href="/two" data-count="2">两项</a></p>`,
    "/right": `<p><a href="/two" data-count="2">2 项</a> <a href="/two" lang="zh-CN">抓好 3 项</a></p>
      <p><a href="/bare#other" data-count="1">All 1</a> <a href="/two">第 2 页</a></p>`,
    "/list": `<div data-total="3"><ul><li>a<ul><li>in a</li></ul></li></ul><a rel="next" href="/list?page=2">x</a></div>`,
    "/list?page=2": `<div data-total="3"><table><thead><tr><td>head</td></tr></thead>
      <tbody><tr><td>b</td></tr></tbody></table></div>`,
    "/two": `<div data-total="2"><ul><li>a</li><li>b</li></ul></div>`,
    "/bare": `<section aria-labelledby="other" data-total="1"></section><p data-total="2"></p>`,
  };
  const read: Reader = async (address) =>
    address in pages ? readNumbers(pages[address] ?? "") : null;
  const link = (href: string, page = "/") => linkClaim(page, href)(read);
  expect(await link("/list")).toContain("2 here, 3 there");
  expect(await link("/list")).toContain("“共 3 项” says a number and has no data-count");
  expect(await link("/none")).toContain("no page");
  expect(await link("/bare")).toContain("1 here, 2 there");
  expect(await link("/two")).toContain("2 is not said");
  for (const href of ["/two", "/bare#other"]) expect(await link(href, "/right")).toBeNull();
  expect(await listClaim("/list", null)(read)).toContain("says 3, has 2");
  expect(await listClaim("/bare", "other")(read)).toContain("says 1, has 0");
  expect(await listClaim("/two", null)(read)).toBeNull();
  const numbers = ["共 3 项", "3", "消息（2）", "All 4", "2 tasks"];
  expect(numbers.filter(saysNumber)).toEqual(numbers);
  const others = ["2024年6月12日", "还剩 3 个工作日", "32%", "AIR-05", "第 2 页", "12:30"];
  expect(others.filter(saysNumber)).toEqual([]);
});
