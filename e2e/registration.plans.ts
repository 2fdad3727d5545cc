import { expect } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";

const title = "扬尘治理试行方案";
const text =
  "关于治理扬尘的通知\n\n一、6月底前完成工地围挡。\n二、长期坚持道路清扫。\n三、长期坚持裸土覆盖。";
/** Letters of this run: those of one before are taken. */
const letters = Array.from({ length: 8 }, () =>
  String.fromCharCode(65 + Math.floor(Math.random() * 26)),
).join("");

test("督查员录入文件和三项任务，主任立项、公开，公众看得到", async ({ browser, page }) => {
  test.setTimeout(180_000);
  const supervisor = await signIn(browser, "supervisor-1");
  await test.step("文件和方案", async () => {
    await supervisor.goto("/registrations/new");
    await supervisor.getByLabel("方案名称").fill(title);
    await supervisor.getByLabel("简称").fill("扬尘");
    await supervisor.getByLabel("编号字母").fill(letters);
    await supervisor.getByLabel("标题").fill("关于治理扬尘的通知");
    await supervisor.getByLabel("文种").fill("通知");
    await supervisor.getByLabel("发文机关").fill("省政府办公厅");
    await supervisor.getByLabel("印发（刊发）日期").fill("2024-06-03");
    await supervisor.getByLabel("全文").fill(text);
    await supervisor.getByRole("button", { name: "保存，录入任务" }).click();
    await expect(supervisor.getByRole("heading", { name: `拟办：${title}` })).toBeVisible();
  });
  await test.step("三项任务：只用键盘，后一项照前一项", async () => {
    const add = async (name: string, quote: string) => {
      await supervisor.getByLabel("任务名称").fill(name);
      await supervisor.getByLabel("原文条款").fill(quote);
      await supervisor.getByLabel("任务名称").press("Enter");
      await expect(supervisor.getByText(`已存入 ${name}。`)).toBeVisible();
    };
    await supervisor.getByLabel("时限原文").fill("6月底前");
    await supervisor.getByLabel("完成时限", { exact: true }).fill("2024-06-30");
    await add("工地围挡", "6月底前完成工地围挡");
    await supervisor.getByLabel("时限类型").selectOption({ label: "长期坚持，无时限" });
    await add("道路清扫", "长期坚持道路清扫");
    await expect(supervisor.getByText(`${letters}-02`)).toBeVisible();
    await supervisor.getByRole("button", { name: "同上一条" }).click();
    await add("裸土覆盖", "长期坚持裸土覆盖");
    await expectFitForAll(supervisor);
    await supervisor.getByRole("button", { name: "报请立项" }).click();
    await expect(supervisor.getByRole("heading", { name: `预览：${title}` })).toBeVisible();
  });
  const gone = await page.goto(`/tasks/${letters}-01`);
  expect(gone?.status()).toBe(404);

  const director = await signIn(browser, "director");
  await test.step("主任立项、公开发布", async () => {
    await director.goto("/inbox");
    await director.getByRole("link", { name: title }).first().click();
    await expectFitForAll(director);
    await director.getByRole("button", { name: "同意立项" }).click();
    await expect(director.getByText("已立项，未公开")).toBeVisible();
    await director.getByRole("button", { name: "公开发布" }).click();
    await expect(director.getByText("已公开")).toBeVisible();
  });
  await test.step("公众看得到任务和原文", async () => {
    await expect(async () => {
      const answer = await page.goto(`/tasks/${letters}-01`);
      expect(answer?.status()).toBe(200);
    }).toPass();
    await expect(page.getByRole("heading", { name: "工地围挡" })).toBeVisible();
  });
});
