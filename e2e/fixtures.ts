import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, expect, type Page, test as playwright } from "@playwright/test";
import type Axe from "axe-core";

const catalog = readFileSync(new URL("../messages/zh-CN.json", import.meta.url), "utf8");
/** What stands in the place of words that the page was not given. */
const messageKey = new RegExp(`\\b(${Object.keys(JSON.parse(catalog)).join("|")})\\.[a-z_]\\w*`);
const password = process.env.DEMO_PASSWORD ?? "";

/** Everybody leaves when a test is over: windows left open go on taking the machine's time. */
export const test = playwright.extend<{ leaving: undefined }>({
  leaving: [
    async ({ browser, context: ownWindow }, use) => {
      await use(undefined);
      const windows = browser.contexts().filter((context) => context !== ownWindow);
      await Promise.all(windows.map((context) => context.close()));
    },
    { auto: true },
  ],
});

/**
 * A person at a browser of their own, signed in: through the sign-in page the first time, with the same session from then
 * on. Whoever is to sign out needs one of their own: `signInAnew`.
 */
export async function signIn(browser: Browser, username: string): Promise<Page> {
  const kept = keptSession(username);
  if (!existsSync(kept)) return signInAnew(browser, username, kept);
  const context = await browser.newContext({ storageState: kept });
  const page = await context.newPage();
  await page.goto("/inbox");
  if (/\/inbox/.test(page.url())) return page;
  await context.close();
  return signInAnew(browser, username, kept);
}

/** A person at a browser of their own, signed in through the sign-in page. */
export async function signInAnew(
  browser: Browser,
  username: string,
  keepAs?: string,
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await submitSignIn(page, username);
  // Each role begins where its work is.
  await page.waitForURL(/\/(inbox|roles|audit)/);
  if (keepAs) {
    // The other worker never reads half of it.
    const draft = `${keepAs}.${process.pid}`;
    await context.storageState({ path: draft });
    renameSync(draft, keepAs);
  }
  return page;
}

/** Fills in the sign-in page, with the demo's password unless another is said, and sends it. */
export async function submitSignIn(page: Page, username: string, words = password) {
  await page.goto("/sign-in");
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码", { exact: true }).fill(words);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

/** Where a person's session is kept; Playwright empties the folder before a run. */
function keptSession(username: string): string {
  const folder = join(playwright.info().project.outputDir, "sessions");
  mkdirSync(folder, { recursive: true });
  return join(folder, `${username}.json`);
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What every page owes everybody: words in the place of their keys, no WCAG A or AA violation, as wide as it is and at 360 px, and no sideways scroll there. */
export async function expectFitForAll(page: Page): Promise<void> {
  await page.waitForLoadState();
  // A page before its script runs has its forms out of reach: judge the one that people use.
  await expect(page.locator("fieldset:disabled")).toHaveCount(0);
  // Next takes the title away for as long as it makes that of what an action has changed.
  await expect(page).toHaveTitle(/./);
  await expect(page.locator("body")).not.toContainText(messageKey, { useInnerText: true });
  expect(await violationsOn(page)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${page.url()} scrolls sideways at 360 px`).toBe(0);
  expect(await violationsOn(page), `${page.url()} at 360 px`).toEqual([]);
  if (size) await page.setViewportSize(size);
}

/**
 * What axe finds against the rules. It is asked here and not by @axe-core/playwright, which opens a window each time to look
 * into other sites' frames, and takes half the time of all tests for it: our pages hold no frame.
 */
async function violationsOn(page: Page): Promise<string[]> {
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const runOnly = { type: "tag" as const, values };
    const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, rules);
}

/** The cookie header of a signed-in page, for requests made past the screens. */
export async function cookiesOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
