import { type APIRequestContext, expect } from "@playwright/test";
import { openCuttableServer } from "@/db/testing/cuttable-server.fixture";
import { submitSignIn, test } from "./fixtures";
import { openOwnSite } from "./own-site";

test.describe.configure({ timeout: 180_000 });

/** A site of its own on the same data, whose way to the database can be cut. */
async function openSite() {
  const database = await openCuttableServer(process.env.DATABASE_URL ?? "");
  const site = await openOwnSite({ databaseUrl: database.url });
  const end = async () => {
    await site.end();
    await database.cut();
  };
  return { ...site, database, end };
}

const soon = { timeout: 30_000, intervals: [100] };
const health = async (request: APIRequestContext, url: string) => {
  const response = await request.get(`${url}/api/health`).catch(() => null);
  return response && [response.status(), (await response.json()).database];
};
/** A public page as the edition has it. */
const isStored = async (request: APIRequestContext, url: string) => {
  const response = await request.get(url).catch(() => null);
  return response?.status() === 200 && !(await response.text()).includes("<script");
};

test("while the database is away the public reads on, the workspace says so, and what was typed stays", async ({
  browser,
  request,
}) => {
  const { url, database, kill, start, end } = await openSite();
  try {
    await expect.poll(() => isStored(request, url), { ...soon, timeout: 90_000 }).toBe(true);
    const [seen, unseen] = [`${url}/en/tasks/AIR-08.1`, `${url}/en/tasks/AIR-08.2`];
    expect(await isStored(request, seen)).toBe(true);
    const page = await (await browser.newContext({ baseURL: url })).newPage();
    await submitSignIn(page, "supervisor-1");
    await page.waitForURL(/\/inbox/);
    await page.goto("/work/AIR-09");
    const typed = "请会商：数据库不在时写下的话";
    const form = page.locator("form", { has: page.getByLabel("内容", { exact: true }) });
    await form.getByLabel("内容", { exact: true }).fill(typed);

    await database.cut();
    await form.getByRole("button", { name: "发送" }).click();
    await expect(form.getByText("系统暂时不可用")).toBeVisible();
    await expect(form.getByLabel("内容", { exact: true })).toHaveValue(typed);
    await expect.poll(() => health(request, url), soon).toEqual([503, "away"]);
    expect(await isStored(request, url)).toBe(true);
    expect(await isStored(request, seen)).toBe(true);
    expect((await request.get(unseen)).status()).toBe(503);
    const elder = await request.get(url, { headers: { cookie: "elder=1" } });
    expect(elder.status()).toBe(200);
    const away = await browser.newPage();
    expect((await away.goto(`${url}/inbox`))?.status()).toBe(503);
    await expect(away.getByRole("heading", { name: "系统暂时不可用" })).toBeVisible();
    expect((await request.get(`${url}/tasks?q=x`)).status()).toBe(503);

    await kill();
    start();
    await expect.poll(() => health(request, url), soon).toEqual([503, "away"]);
    expect(await isStored(request, url)).toBe(true);
    expect(await isStored(request, seen)).toBe(true);

    await database.mend();
    await expect.poll(() => health(request, url), soon).toEqual([200, "running"]);
    await away.getByRole("link", { name: "重试" }).click();
    await expect(away.getByRole("heading", { name: "登录" })).toBeVisible();
    await form.getByRole("button", { name: "发送" }).click();
    await expect(page.getByText("已发送。")).toBeVisible();
    await page.reload();
    await expect(page.getByText(typed)).toHaveCount(1);
  } finally {
    await end();
  }
});
