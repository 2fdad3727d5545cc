import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page } from "@playwright/test";

const catalog = readFileSync(new URL("../messages/zh-CN.json", import.meta.url), "utf8");
/** What stands in the place of words that the page was not given. */
const messageKey = new RegExp(`\\b(${Object.keys(JSON.parse(catalog)).join("|")})\\.[a-z_]\\w*`);
const password = process.env.DEMO_PASSWORD ?? "";

/** A person at a browser of their own, signed in through the sign-in page. */
export async function signIn(browser: Browser, username: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL(/\/inbox/);
  return page;
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What every page owes everybody: words in the place of their keys, no WCAG A or AA violation, no sideways scroll at 360 px. */
export async function expectFitForAll(page: Page): Promise<void> {
  await page.waitForLoadState();
  // A page before its script runs has its forms out of reach: judge the one that people use.
  await expect(page.locator("fieldset:disabled")).toHaveCount(0);
  await expect(page.locator("body")).not.toContainText(messageKey, { useInnerText: true });
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${page.url()} scrolls sideways at 360 px`).toBe(0);
  if (size) await page.setViewportSize(size);
}

/** The cookie header of a signed-in page, for requests made past the screens. */
export async function cookiesOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
