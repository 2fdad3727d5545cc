import { type Browser, expect, type Page } from "@playwright/test";
import { connect } from "@/db/client";
import { newAccount } from "@/db/testing/new-account.fixture";
import { cookiesOf, expectFitForAll, signIn, submitSignIn, test } from "./fixtures";
import { actions, routes } from "./policy";
import { get, pathOf, press, serverActions } from "./requests";

const given = "Vorlaeufig-2024";
const { db, close } = connect(process.env.SUPERUSER_DATABASE_URL ?? "", 1);
test.afterAll(() => close());

/** A person of no demo, with a password that they were given: the demo's own share one that nobody changes. */
const newcomer = async (mustChange: boolean) =>
  (await newAccount(db, { password: given, mustChange })).username;

async function enter(browser: Browser, username: string, password: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await submitSignIn(page, username, password);
  await page.waitForURL(/\/(inbox|account\/password\?next=.*)$/);
  return page;
}

test("a start code leads to a password of one's own; changing it ends the session elsewhere", async ({
  browser,
}) => {
  const username = await newcomer(false);
  const admin = await signIn(browser, "system-admin");
  await admin.goto(`/start-links/${username}`);
  await admin.getByRole("button", { name: "发放登录码" }).click();
  const sheet = admin.getByRole("region", { name: "首次登录通知单" });
  await expect(sheet).toBeVisible();
  const code = (await sheet.locator("strong span").allTextContents()).join("-");
  expect(code).toMatch(/^([2-9A-Z]{4}-){6}[2-9A-Z]{4}$/);
  await expectFitForAll(admin);

  const page = await (await browser.newContext()).newPage();
  await page.goto(`/start#${code.toLowerCase()}`);
  await expect(page.getByLabel("登录码")).toHaveValue(code.toLowerCase());
  expect(page.url()).not.toContain("#");
  await expectFitForAll(page);
  await page.getByRole("button", { name: "下一步" }).click();
  await expect(page.getByText(username, { exact: true })).toBeVisible();
  await page.getByLabel("新密码").fill("zu-kurz");
  await expect(page.getByText(/密码太短/)).toBeVisible();
  await page.getByLabel("新密码").fill("Selbst-gewaehlt-1");
  await expect(page.getByText("符合规则。")).toBeVisible();
  await expectFitForAll(page);
  await page.getByRole("button", { name: "设置密码" }).click();
  await page.getByRole("link", { name: "去登录" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);

  const [here, elsewhere] = [
    await enter(browser, username, "Selbst-gewaehlt-1"),
    await enter(browser, username, "Selbst-gewaehlt-1"),
  ];
  await here.goto("/account");
  await expect(here.getByText(/另有 1 处登录/)).toBeVisible();
  await expectFitForAll(here);
  await here.getByRole("link", { name: "修改密码" }).click();
  await here.getByLabel("现在的密码").fill("Selbst-gewaehlt-2");
  await here.getByLabel("新密码").fill("Noch-einmal-neu-3");
  await here.getByRole("button", { name: "修改密码" }).click();
  await expect(here.getByText(/现在的密码不正确/).first()).toBeVisible();
  await expect(here.getByLabel("新密码")).toHaveValue("Noch-einmal-neu-3");
  await here.getByLabel("现在的密码").fill("Selbst-gewaehlt-1");
  await here.getByRole("button", { name: "修改密码" }).click();
  await expect(here.getByText("密码已修改，其他登录已结束。")).toBeVisible();
  await elsewhere.goto("/inbox");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await here.goto("/account/sign-ins");
  await expect(here.getByText(/凭首次登录码设置了密码/)).toBeVisible();
  await expect(here.getByText(/现在的密码输入有误/)).toBeVisible();
  await expectFitForAll(here);
});

test("nothing is theirs who must choose a password first: no page, no action, no file", async ({
  browser,
}) => {
  const username = await newcomer(true);
  const page = await enter(browser, username, given);
  await expect(page).toHaveURL(/\/account\/password\?next=%2Finbox$/);
  await expectFitForAll(page);
  const cookie = await cookiesOf(page);
  for (const [name, door] of Object.entries(actions)) {
    const action = serverActions().get(name);
    if (!action || door === "everybody") continue;
    const isTheWay = name === "account/password/actions.ts#change";
    const expected = isTheWay ? "invalid_input" : "password_change_first";
    expect([name, await press(action, cookie, {})]).toEqual([name, expected]);
  }
  for (const [route, door] of Object.entries(routes)) {
    if (door === "everybody" || route.endsWith("/account/password")) continue;
    const response = await get(pathOf(route), cookie);
    const leadsTo = response.headers.get("location") ?? "";
    const isShut =
      /\/(sign-in|account\/password)/.test(leadsTo) ||
      [401, 403, 404, 405].includes(response.status);
    expect([route, isShut], `${route}: ${response.status} ${leadsTo}`).toEqual([route, true]);
  }
  // Whatever they asked for, signed in or not, is where they are after it.
  await page.goto("/work?light=red&plan=air");
  await expect(page).toHaveURL(/\/account\/password\?next=/);
  await page.goto(`/sign-in?next=${encodeURIComponent("/work?light=red&plan=air")}`);
  await expect(page).toHaveURL(/\/account\/password\?next=/);
  await page.getByLabel("现在的密码").fill(given);
  await page.getByLabel("新密码").fill("Meine-eigene-Losung-1");
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect(page).toHaveURL(/\/work\?light=red&plan=air$/);
});
