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
