import { expect, type Page } from "@playwright/test";
import { expectFitForAll, signIn, signInAnew, submitSignIn, test } from "./fixtures";

const report = "/reports/AIR-06.2";
const request = "/requests/adjustment/AIR-06.2";
const saved = (page: Page) => page.getByText(/已保存 \d\d:\d\d/);

async function discard(page: Page) {
  await page.getByText("放弃这份草稿").click();
  await page.getByRole("button", { name: "确认放弃" }).click();
  await expect(page).toHaveURL(/\/work\//);
}

test("带入的上期内容不改就不存；本期无新进展一键填报，只问原因", async ({ browser }) => {
  const page = await signIn(browser, "ecology-official");
  await page.goto(report);
  await expect(page.getByText("已带入上期内容，请修改。")).toBeVisible();
  const before = await page.getByLabel("进展情况").inputValue();
  expect(before).not.toBe("");
  await page.getByLabel("本期无新进展").check();
  await expect(page.getByLabel("说明原因")).toHaveValue("");
  await expect(saved(page)).toBeVisible();
  await expectFitForAll(page);
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.locator(":focus")).toContainText("请说明本期没有新进展的原因。");
  await page.getByLabel("本期无新进展").uncheck();
  await expect(page.getByLabel("进展情况")).toHaveValue(before);
  await discard(page);
});

test("文字过长说得明白，一字不丢，精简后自动保存", async ({ browser }) => {
  const page = await signIn(browser, "ecology-official");
  await page.goto(request);
  const long = "长".repeat(1001);
  await page.getByLabel("理由").fill(long);
  await expect(page.getByText("文字过长，没有保存；请精简后再试。")).toBeVisible();
  await expect(page.getByLabel("理由")).toHaveValue(long);
  await page.getByLabel("理由").fill("等待上级批复。");
  await expect(saved(page)).toBeVisible();
  await discard(page);
});

test("保存的回音丢了，不算与自己冲突，后来的文字也在", async ({ browser }) => {
  const page = await signIn(browser, "ecology-official");
  await page.goto(request);
  let isLost = true;
  await page.route(`**${request}`, async (route) => {
    if (route.request().method() !== "POST" || !isLost) return route.continue();
    isLost = false;
    await route.fetch();
    return route.abort();
  });
  await page.getByLabel("挂起").check();
  await page.getByLabel("理由").fill("上级方案尚未印发。");
  await expect(page.getByText("保存失败")).toBeVisible();
  await page.getByLabel("理由").fill("上级方案尚未印发，暂不具备条件。");
  await page.getByRole("button", { name: "重试保存" }).click();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText("这份内容已在别处修改")).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("理由")).toHaveValue("上级方案尚未印发，暂不具备条件。");
  await discard(page);
});

test("两个窗口各写各的，后保存的看到不同之处，两边的文字都不丢", async ({ browser }) => {
  const page = await signIn(browser, "ecology-official");
  await page.goto(request);
  const other = await page.context().newPage();
  await other.goto(request);
  await other.getByLabel("理由").fill("另一窗口：等待上级方案。");
  await expect(saved(other)).toBeVisible();
  await page.getByLabel("理由").fill("本窗口：等待上级批复。");
  await expect(page.locator("#conflict mark").filter({ hasText: "批复" })).toBeVisible();
  await expect(page.locator("#conflict mark").filter({ hasText: "方案" })).toBeVisible();
  await expectFitForAll(page);
  await page.getByRole("button", { name: "改用别处的内容" }).click();
  await expect(page.getByLabel("理由")).toHaveValue("另一窗口：等待上级方案。");
  await expect(page.getByText("本窗口：等待上级批复。")).toBeVisible();
  await discard(page);
});

test("另一个窗口换了人登录，这一页写的不会记到那人名下，也一字不丢", async ({ browser }) => {
  const page = await signInAnew(browser, "supervisor-1");
  await page.goto("/work/AIR-09");
  const form = page.locator("form", { has: page.getByLabel("内容", { exact: true }) });
  const typed = "请说明：换人登录之前写下的话";
  await form.getByLabel("内容", { exact: true }).fill(typed);
  const other = await page.context().newPage();
  await other.goto("/inbox");
  await other.getByRole("button", { name: "退出登录" }).click();
  await expect(other).toHaveURL("/sign-in");
  await submitSignIn(other, "supervisor-2");
  await other.waitForURL(/\/inbox/);
  await form.getByRole("button", { name: "发送" }).click();
  await expect(form.getByText("这个页面是为另一个人打开的，现在登录的是")).toBeVisible();
  await expect(form.getByLabel("内容", { exact: true })).toHaveValue(typed);
  await page.reload();
  await expect(page.getByText(typed)).toHaveCount(0);
});
