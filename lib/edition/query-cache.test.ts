import { expect, test } from "vitest";
import { cachePage } from "./cached-page";
import { openQueryCache } from "./query-cache";

function countingCache(fails: (url: string) => boolean = () => false) {
  const rendered: string[] = [];
  const cache = openQueryCache(async (url) => {
    rendered.push(url);
    if (fails(url)) throw new Error("no database");
    return cachePage("text/html", Buffer.from(url));
  });
  return { cache, rendered };
}

test("the same address is rendered once, and again after anything has changed", async () => {
  const { cache, rendered } = countingCache();
  const [first, second] = await Promise.all([cache.get("/?asof=1"), cache.get("/?asof=1")]);
  expect(first).toBe(second);
  expect(rendered).toEqual(["/?asof=1"]);
  cache.clear();
  await cache.get("/?asof=1");
  expect(rendered).toHaveLength(2);
});

test("a page that failed is rendered again", async () => {
  const { cache, rendered } = countingCache(() => rendered.length === 1);
  await expect(cache.get("/?asof=1")).rejects.toThrow("no database");
  expect((await cache.get("/?asof=1"))?.plain.toString()).toBe("/?asof=1");
});

test("the oldest gives way", async () => {
  const { cache, rendered } = countingCache();
  for (let i = 0; i <= 300; i += 1) await cache.get(`/?asof=${i}`);
  await cache.get("/?asof=1");
  expect(rendered).toHaveLength(301);
  await cache.get("/?asof=0");
  expect(rendered).toHaveLength(302);
});

test("large pages give way before they fill the memory", async () => {
  const rendered: string[] = [];
  const large = { type: "application/pdf", etag: '"1"', gzip: null, brotli: null };
  const cache = openQueryCache(async (address) => {
    rendered.push(address);
    return { ...large, plain: Buffer.alloc(20 * 1024 * 1024) };
  });
  for (const day of [1, 2, 3, 4]) await cache.get(`/?asof=${day}`);
  await cache.get("/?asof=4");
  expect(rendered).toHaveLength(4);
  await cache.get("/?asof=1");
  expect(rendered).toHaveLength(5);
});

test("what was being rendered when something changed is not cached", async () => {
  let finish = () => {};
  const rendered: string[] = [];
  const cache = openQueryCache(async (address) => {
    rendered.push(address);
    if (rendered.length === 1) await new Promise<void>((resolve) => (finish = resolve));
    return cachePage("text/html", Buffer.from(`${rendered.length}`));
  });
  const first = cache.get("/?asof=1");
  cache.clear();
  finish();
  await first;
  await cache.get("/?asof=1");
  expect(rendered).toHaveLength(2);
});
