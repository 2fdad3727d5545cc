import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type APIRequestContext, expect } from "@playwright/test";
import { signIn, test } from "./fixtures";

const kilobyte = 1024;
test.describe.configure({ timeout: 300_000 });

/** What people look for first was rendered once. Other tests go on changing what is public meanwhile. */
async function built(request: APIRequestContext) {
  await expect
    .poll(async () => (await (await request.get("/api/health")).json()).edition.builtAt, {
      timeout: 150_000,
      intervals: [1000],
    })
    .not.toBeNull();
}

/** A page as a file: one that was withdrawn from a moment ago is Next's until it is made anew. */
async function fileAt(request: APIRequestContext, path: string): Promise<string> {
  let html = "";
  await expect
    .poll(
      async () => {
        const response = await request.get(path);
        html = await response.text();
        return [path, response.status(), html.includes("<script")];
      },
      { timeout: 30_000 },
    )
    .toEqual([path, 200, false]);
  return html;
}

/** Every page that the site tells search engines of; of those in English, which are made the same way, every tenth. */
async function publicPaths(request: APIRequestContext): Promise<string[]> {
  const named = async (path: string) => {
    const map = await (await request.get(path)).text();
    return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(loc ?? "").pathname);
  };
  const pages = (await Promise.all((await named("/sitemap.xml")).map(named))).flat();
  const isEnglish = (path: string) => path.startsWith("/en");
  const inEnglish = pages.filter(isEnglish).filter((_, i) => i % 10 === 0);
  return [...new Set([...pages.filter((path) => !isEnglish(path)), ...inEnglish])];
}

const data = [
  ...["/api/v1/plans", "/api/v1/tasks", "/api/v1/tasks.csv", "/api/v1/units", "/api/v1/changes"],
  ...["/api/v1/openapi.json", "/api/v1/catalog.jsonld", "/sitemap.xml", "/sitemap-pages.xml"],
];

test("every public page is a file without a script, small, with small assets", async ({
  request,
}) => {
  await built(request);
  const paths = await publicPaths(request);
  expect(paths.length).toBeGreaterThan(180);
  const weighed = new Map<string, number>();
  for (const path of paths) {
    const html = await fileAt(request, path);
    expect([path, Buffer.byteLength(html) <= 60 * kilobyte]).toEqual([path, true]);
    let assets = 0;
    for (const [, href = ""] of html.matchAll(/<link rel="(?:stylesheet|icon)" href="([^"]+)"/g)) {
      if (!weighed.has(href))
        weighed.set(href, gzipSync(await (await request.get(href)).body()).length);
      assets += weighed.get(href) ?? 0;
    }
    expect([path, assets > 0 && assets <= 60 * kilobyte]).toEqual([path, true]);
  }
});

test("a draft's words are on no public page, in no data", async ({ browser, request }) => {
  const canary = `canary-${randomUUID()}`;
  const page = await signIn(browser, "ecology-official");
  await page.goto("/reports/AIR-08.2");
  await page.getByLabel("进展情况").fill(canary);
  await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
  await built(request);
  for (const path of [...(await publicPaths(request)), ...data]) {
    const body = await (await request.get(path)).text();
    expect([path, body.includes(canary)]).toEqual([path, false]);
  }
  await page.getByText("放弃这份草稿").click();
  await page.getByRole("button", { name: "确认放弃" }).click();
  await expect(page).toHaveURL(/\/work\//);
});

test("asked again with its tag a page is not sent again, and a question asks Next", async ({
  request,
}) => {
  await fileAt(request, "/");
  const first = await request.get("/", { headers: { "accept-encoding": "gzip" } });
  const { etag } = first.headers();
  const headers = { "accept-encoding": "gzip", "if-none-match": etag ?? "" };
  expect((await request.get("/", { headers })).status()).toBe(304);
  const past = await request.get("/?asof=2024-05-01");
  expect(await past.text()).toContain("2024年5月1日");
  expect(await past.text()).not.toContain("<script");
});
