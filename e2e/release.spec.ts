import { expect, test } from "@playwright/test";
import { expectFitForAll, signIn } from "./fixtures";

test("撤回公开：原文立即从公开页面消失，何时因何撤回仍然公开", async ({ browser, request }) => {
  const page = await signIn(browser, "supervisor-2");
  await page.goto("/releases");
  await expectFitForAll(page);
  await page
    .getByRole("link", { name: /^CHI-01\.2 / })
    .first()
    .click();
  await expect(page.getByText("主动公开")).toBeVisible();
  await expectFitForAll(page);
  const words = (await page.getByRole("definition").allInnerTexts()).sort(
    (a, b) => b.length - a.length,
  )[0];
  const publicPage = async () => (await request.get("/tasks/CHI-01.2")).text();
  expect(await publicPage()).toContain(words);

  await page.getByRole("button", { name: "撤回公开" }).click();
  await expect(page.locator(":focus")).toContainText("理由");
  await page.getByLabel("撤回理由（将公开）").fill("演示：数字有误");
  await page.getByRole("button", { name: "撤回公开" }).click();
  await expect(page).toHaveURL(/\/work\/CHI-01\.2$/);
  const after = await publicPage();
  expect(after).not.toContain(words);
  expect(after).toContain("演示：数字有误");
  await expect(page.getByText("撤回已公开的").first()).toBeVisible();
});

test("承办人没有公开审查的入口", async ({ browser }) => {
  const page = await signIn(browser, "ecology-official");
  await expect(page.getByRole("link", { name: "公开审查" })).toHaveCount(0);
  const response = await page.goto("/releases");
  expect(response?.status()).toBe(404);
});
