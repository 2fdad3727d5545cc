import { expect } from "@playwright/test";
import notices from "@/lib/domain/calendar/notices.vectors.json" with { type: "json" };
import { expectFitForAll, signIn, test } from "./fixtures";

test("the pages on which the office sets itself up are fit for all", async ({ browser }) => {
  const pages: Record<string, string[]> = {
    "system-admin": [
      "/inbox",
      "/getting-started",
      "/site-settings",
      "/mail-settings",
      "/holidays",
      "/holidays/2018",
      "/retention",
      "/en/retention",
    ],
    "security-admin": ["/inbox", "/getting-started"],
    "audit-admin": ["/getting-started"],
    director: ["/getting-started", "/holidays/2025", "/settings"],
  };
  for (const [username, paths] of Object.entries(pages)) {
    const page = await signIn(browser, username);
    for (const path of paths) {
      await page.goto(path);
      await expectFitForAll(page);
    }
    await page.context().close();
  }
});

test("a notice is pasted, what does not agree is told, and what it would move is said before it is saved", async ({
  browser,
}) => {
  const page = await signIn(browser, "director");
  await page.goto("/holidays/2025");
  const textOf = (year: number) => notices.find((each) => each.year === year)?.text ?? "";
  const pasted = page.getByLabel("粘贴 2025 年放假通知的原文");
  await pasted.fill(textOf(2026));
  await page.getByRole("button", { name: "读取通知" }).click();
  await expect(page.getByText("这是 2026 年的通知，请核对年份。")).toBeVisible();
  await pasted.fill(textOf(2025));
  await page.getByRole("button", { name: "读取通知" }).click();
  await expect(page.getByText("读出 11 行，已填在下面，请逐行核对。")).toBeVisible();
  await expect(page.getByText("共少 18 个工作日，多 5 个周末上班日。")).toBeVisible();
  await page.getByRole("button", { name: "查看影响" }).click();
  await expect(page.getByRole("heading", { name: "2025 年：请最后核对" })).toBeVisible();
  await expect(page.getByText(/项时限，最后一天都不变/)).toBeVisible();
  await expectFitForAll(page);
  await page.getByRole("button", { name: "返回修改" }).click();
  await expect(page.getByLabel("通知文号或网址")).not.toHaveValue("");
});

test("a reminder says what it does while it is written, and a message is said in the office's own words", async ({
  browser,
}) => {
  const page = await signIn(browser, "director");
  await page.goto("/settings/air");
  const row = page.getByRole("row").nth(1);
  await expect(row).toContainText(/完成时限到期前 30 个工作日（.+）提醒承办人，发站内消息和邮件。/);
  await row.getByLabel("第1行 天数").fill("20");
  await row.getByLabel("单位负责人").check();
  await row.getByLabel("第1行 邮件").uncheck();
  const sentence = /完成时限到期前 20 个工作日（.+）提醒承办人、单位负责人，发站内消息，不发邮件。/;
  await expect(row).toContainText(sentence);
  await row.getByLabel("第1行 天数").fill("0");
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByRole("link", { name: "请填 1–60 的整数。" })).toBeVisible();
  await row.getByLabel("第1行 天数").fill("20");
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByText("设置已保存。")).toBeVisible();
  await page.reload();
  await expect(row).toContainText(sentence);
  await row.getByLabel("第1行 天数").fill("30");
  await row.getByLabel("单位负责人").uncheck();
  await row.getByLabel("第1行 邮件").check();
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByText("设置已保存。")).toBeVisible();

  await page.goto("/notification-texts/chase_sent");
  const words = page.getByRole("textbox", { name: "中文" });
  await words.fill("{actor}催办：{message}");
  await expect(page.getByText("缺少占位符“{unit}”：少了它，收件人看不到这项内容。")).toBeVisible();
  await page.getByRole("button", { name: "{unit} 办理人的单位" }).first().click();
  await expect(page.getByText("张三催办：请抓紧报送督查室")).toBeVisible();
  await page.getByRole("button", { name: "保存文字" }).click();
  await expect(page.getByText("文字已保存。")).toBeVisible();
  await page.getByRole("button", { name: "恢复标准文字 中文" }).click();
  await page.getByRole("button", { name: "保存文字" }).click();
  await expect(page.getByRole("button", { name: "恢复标准文字 中文" })).toBeDisabled();
  await page.context().close();
});
