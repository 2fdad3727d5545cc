import { expect, type Page } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";

const file = "lib/domain/imports/labelled/01-guofa-2019-3-zonghebaoshuiqu.txt";
const title = "国务院关于促进综合保税区高水平开放高质量发展的若干意见";
/** Letters of this run: those of one before are taken. */
const letters = Array.from({ length: 8 }, () =>
  String.fromCharCode(65 + Math.floor(Math.random() * 26)),
).join("");

/** Presses a button as whoever has no mouse: it gets the focus, and Enter. */
async function pressButton(page: Page, name: string | RegExp) {
  const button = page.getByRole("button", { name }).first();
  await button.focus();
  await page.keyboard.press("Enter");
}

/** J, until the proposal of this path has the focus. */
async function goTo(page: Page, path: string) {
  const card = page.locator("[data-card]").filter({ has: page.getByText(path, { exact: true }) });
  await expect(card).toHaveCount(1);
  for (let steps = 0; steps < 40; steps += 1) {
    if (await card.evaluate((each) => each === document.activeElement)) return card;
    await page.keyboard.press("j");
  }
  throw new Error(`No proposal ${path} on this page`);
}

test("一份意见从上传到 21 项任务的拟办稿，只用键盘", async ({ browser }) => {
  test.setTimeout(240_000);
  const supervisor = await signIn(browser, "supervisor-1");
  await test.step("交来文件，读完自己出来", async () => {
    await supervisor.goto("/imports");
    await expectFitForAll(supervisor);
    await supervisor.getByLabel("文件", { exact: true }).setInputFiles(file);
    await pressButton(supervisor, "开始读取");
    await expect(supervisor.getByRole("heading", { name: title })).toBeVisible({ timeout: 30_000 });
    await expect(supervisor.getByText("认出 26 条可立项的内容")).toBeVisible();
    await supervisor.getByLabel("印发（刊发）日期").fill("2019-01-25");
    await pressButton(supervisor, "保存文件信息");
    await expect(supervisor.getByLabel("印发（刊发）日期")).toHaveValue("2019-01-25");
    await expectFitForAll(supervisor);
  });
  await test.step("目标不立项；把握大的一次确认；一条一条确认", async () => {
    await supervisor.getByRole("link", { name: /^2\. 逐条确认/ }).focus();
    await supervisor.keyboard.press("Enter");
    await expect(supervisor.getByRole("heading", { name: "拓展两个市场" })).toBeVisible();
    await expectFitForAll(supervisor);
    const goal = await goTo(supervisor, "三");
    await supervisor.keyboard.press("x");
    await expect(goal.getByText("不立项", { exact: true })).toBeVisible();
    await pressButton(supervisor, /^本节把握大的 \d+ 条全部确认/);
    const first = await goTo(supervisor, "四/（一）/1");
    await expect(first.getByText("已确认", { exact: true })).toBeVisible();
    await supervisor.keyboard.press("u");
    await expect(first.getByText("待确认", { exact: true })).toBeVisible();
    await supervisor.keyboard.press("Enter");
    await expect(first.getByText("已确认", { exact: true })).toBeVisible();
  });
  await test.step("改名称不动责任单位", async () => {
    const third = await goTo(supervisor, "四/（一）/3");
    await supervisor.keyboard.press("e");
    await third.getByLabel("任务名称").fill("释放加工企业产能");
    await supervisor.keyboard.press("Enter");
    await expect(third.getByText("已修改", { exact: true })).toBeVisible();
    await supervisor.keyboard.press("Escape");
    await expect(third.getByRole("heading", { name: "释放加工企业产能" })).toBeVisible();
  });
  await test.step("第二页的工作要求不立项", async () => {
    await supervisor.getByRole("link", { name: "下一页" }).focus();
    await supervisor.keyboard.press("Enter");
    await expect(supervisor.locator("[data-card]").first()).toBeVisible();
    for (const path of ["五/¶1", "五/¶2", "五/¶3", "五/¶4"]) {
      const card = await goTo(supervisor, path);
      await supervisor.keyboard.press("x");
      await expect(card.getByText("不立项", { exact: true })).toBeVisible();
    }
  });
  await test.step("一个单位说一次，全文都明确了", async () => {
    await supervisor.getByRole("link", { name: /^3\. 待决问题/ }).focus();
    await supervisor.keyboard.press("Enter");
    await expect(supervisor.getByText("“海关总署”是哪个单位？")).toBeVisible();
    await expectFitForAll(supervisor);
    const question = supervisor.getByRole("listitem").filter({ hasText: "“海关总署”是哪个单位？" });
    await question.getByLabel("单位名称").fill("省商务厅");
    await question.getByLabel("单位名称").press("Enter");
    await expect(question).toHaveCount(0);
  });
  await test.step("预览，生成拟办稿", async () => {
    await supervisor.getByRole("link", { name: /^4\. 预览/ }).focus();
    await supervisor.keyboard.press("Enter");
    await expect(supervisor.getByText(/^21 项任务，1 组/)).toBeVisible();
    await expectFitForAll(supervisor);
    const renamed = supervisor.getByRole("listitem").filter({ hasText: "释放加工企业产能" });
    await expect(renamed.getByText("省商务厅")).toBeVisible();
    await supervisor.getByLabel("简称").fill("综保区");
    await supervisor.getByLabel("编号字母").fill(letters);
    await pressButton(supervisor, /生成拟办稿/);
    await expect(supervisor.getByRole("heading", { name: `拟办：${title}` })).toBeVisible();
    await expect(supervisor.getByRole("heading", { name: "任务（21）" })).toBeVisible();
    await expect(supervisor.getByText(`${letters}-21`)).toBeVisible();
  });
  await test.step("从这次导入去导入新版", async () => {
    await supervisor.goto("/imports");
    await supervisor.getByRole("link", { name: title }).first().click();
    await supervisor.getByRole("link", { name: "导入新版" }).click();
    const former = supervisor.getByLabel("是哪份文件的新版");
    await expect(former.locator("option:checked")).toHaveText(title);
  });
});

test("没有脚本也能导入、确认", async ({ browser }) => {
  const seen = await signIn(browser, "supervisor-2");
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await seen.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto("/imports");
  await page
    .getByLabel("或者粘贴全文")
    .fill(
      "关于治理扬尘的通知\n一、治理扬尘。6月底前完成工地围挡。（市住建局负责）\n二、清扫道路。每月清扫道路。（市城管局负责）",
    );
  await page.getByRole("button", { name: "开始读取" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("link", { name: /^2\. 逐条确认/ })).toBeVisible();
  }).toPass({ timeout: 30_000 });
  await page.getByRole("link", { name: /^2\. 逐条确认/ }).click();
  const card = page.locator("[data-card]").first();
  await card.getByRole("button", { name: /^确认/ }).click();
  await expect(page.locator("[data-card]").first().getByText("已确认")).toBeVisible();
});
