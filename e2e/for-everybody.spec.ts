import { type Browser, expect, type Page } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";

const kinds = [
  "/",
  "/plans/air",
  "/tasks/AIR-02.3",
  "/tasks?q=锅炉",
  "/units",
  "/units/taiyuan",
  "/documents/air",
  "/changes",
  "/compare",
  "/open-data",
  "/subscriptions/new?kind=task&target=AIR-02.3",
  "/letters",
  "/letters/new?task=AIR-02.3",
];
const weChat =
  "Mozilla/5.0 (Linux; Android 8.1; vivo X20A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.2.1860 WeChat/arm64 NetType/4G Language/zh_CN";

async function withoutScript(browser: Browser, options: object): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  return context.newPage();
}

/** How far the page can be pushed sideways. Playwright's own world still runs where the page's scripts do not. */
const sideways = (page: Page) =>
  page
    .locator("html")
    .evaluate((root) => root.ownerDocument.documentElement.scrollWidth - root.clientWidth);

test("每种公开页面在老手机的微信里、不用脚本都能看", async ({ browser }) => {
  const viewport = { width: 360, height: 640 };
  const page = await withoutScript(browser, { userAgent: weChat, viewport });
  for (const path of kinds) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 200]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\S/);
    expect([path, await sideways(page)]).toEqual([path, 0]);
  }
  for (const path of ["/nothere", "/tasks/NOPE-1", "/units/none?page=2", "/work/AIR-99"]) {
    const answer = await page.goto(path);
    if (answer?.status() === 404) await expect(page).toHaveTitle("没有找到这个页面");
    expect([path, answer?.status()]).toEqual([path, path.startsWith("/work") ? 200 : 404]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\S/);
  }
});

test("系统用深色时，公开页面和办公页面也是深色，字都看得清", async ({ browser, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = async (seen: Page, path: string) => {
    await seen.goto(path);
    const ground = await seen
      .locator("html")
      .evaluate((html) => getComputedStyle(html).backgroundColor);
    expect([path, ground]).toEqual([path, "rgb(18, 24, 31)"]);
    await expectFitForAll(seen);
  };
  for (const path of kinds) await dark(page, path);
  const office = await signIn(browser, "ecology-official");
  await office.emulateMedia({ colorScheme: "dark" });
  for (const path of ["/inbox", "/work", "/work/AIR-05.1", "/reports/AIR-05.1"])
    await dark(office, path);
});

test("放大到 200%，内容不横向滚动，大字版也是", async ({ browser, baseURL }) => {
  // A browser of 1280 px at 200 % lays its pages out in 640.
  const page = await withoutScript(browser, { viewport: { width: 640, height: 450 } });
  for (const elder of ["0", "1"]) {
    await page.context().addCookies([{ name: "elder", value: elder, url: baseURL ?? "" }]);
    for (const path of kinds) {
      await page.goto(path);
      expect([elder, path, await sideways(page)]).toEqual([elder, path, 0]);
    }
  }
});

test("大字版：打开后一路保持，随时能关，只回到本站", async ({ browser, request }) => {
  const page = await withoutScript(browser, {});
  const letterSize = () =>
    page
      .locator("main p")
      .first()
      .evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
  await page.goto("/plans/air");
  const usual = await letterSize();
  await page.getByRole("link", { name: "大字版" }).click();
  await expect(page).toHaveURL("/plans/air");
  expect(await letterSize()).toBeGreaterThan(usual * 1.15);
  await page.goto("/changes");
  await page.getByRole("link", { name: "标准版" }).click();
  await expect(page.getByRole("link", { name: "大字版" })).toBeVisible();

  for (const next of [
    "//evil.example",
    "https://evil.example/x",
    "/\\evil.example",
    "javascript:x",
  ]) {
    const answer = await request.get(`/api/elder?on=1&next=${encodeURIComponent(next)}`, {
      maxRedirects: 0,
    });
    expect([next, answer.headers().location]).toEqual([next, "/"]);
  }
  const kept = await request.get("/api/elder?on=1&next=/en/tasks", { maxRedirects: 0 });
  expect(kept.headers().location).toBe("/en/tasks");
});

test("只用键盘：跳到正文、查找、打开任务，焦点始终看得见", async ({ page }) => {
  const focused = page.locator(":focus");
  const isOutlined = () =>
    focused.evaluate((at) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    });
  await page.goto("/tasks");
  await page.keyboard.press("Tab");
  await expect(focused).toHaveText("跳到正文");
  expect(await isOutlined()).toBe(true);
  await page.keyboard.press("Enter");
  const search = page.getByRole("searchbox").or(page.getByRole("textbox")).first();
  for (let i = 0; i < 30 && !(await search.evaluate((at) => at.matches(":focus"))); i += 1) {
    await page.keyboard.press("Tab");
    expect(await isOutlined()).toBe(true);
  }
  await page.keyboard.type("锅炉");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  const task = page.getByRole("link", { name: /燃煤锅炉关停整合/ }).first();
  for (let i = 0; i < 60 && !(await task.evaluate((at) => at.matches(":focus"))); i += 1)
    await page.keyboard.press("Tab");
  expect(await isOutlined()).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tasks\/AIR-02\.3/);
});
