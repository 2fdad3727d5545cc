import { expect, type Page } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";
import { approveReport, handOver, leave } from "./stage";

/** A task of the demo's plan that asks for the release check. */
const checked = "SAF-02.2";

test.beforeAll(() => handOver({ code: checked, due: 120 }));
test.afterAll(leave);

/** What the longest part of a page's text says. */
async function longestWords(page: Page): Promise<string> {
  const texts = await page.getByRole("definition").allInnerTexts();
  return texts.sort((a, b) => b.length - a.length)[0] ?? "";
}

test("公开审查：核准后不公开，由另一名督查员审查后公开；不予公开的只说明依据", async ({
  browser,
  request,
}) => {
  test.setTimeout(150_000);
  const publicPage = async () => (await request.get(`/tasks/${checked}`)).text();
  const becomes = (words: string) =>
    expect.poll(publicPage, { timeout: 15_000, intervals: [250] }).toContain(words);
  const page = await signIn(browser, "supervisor-2");
  const openWaiting = async () => {
    await page.goto("/inbox");
    const row = page.locator("#to_release ~ ul [data-row]").filter({ hasText: checked });
    await row.getByRole("link", { name: /^公开审查/ }).click();
    await expect(page.getByText("公众将看到以下文字")).toBeVisible();
  };

  await approveReport(checked, 30, "midway");
  await becomes("等待公开审查");
  await openWaiting();
  const words = await longestWords(page);
  expect(words.length).toBeGreaterThan(10);
  expect(await publicPage()).not.toContain(words);

  await test.step("没有选公开方式就不能决定，已写的不丢", async () => {
    for (const choice of await page.getByRole("radio").all())
      await expect(choice).not.toBeChecked();
    await page.getByLabel("审查依据").fill("已核对，可以公开。");
    await page.getByRole("button", { name: "作出决定" }).click();
    await expect(page.locator(":focus")).toContainText(
      "请在主动公开、依申请公开、不予公开中选一种",
    );
    await expect(page.getByLabel("审查依据")).toHaveValue("已核对，可以公开。");
    await expectFitForAll(page);
  });

  await page.getByRole("radio", { name: "主动公开" }).check();
  await page.getByRole("button", { name: "作出决定" }).click();
  await expect(page).toHaveURL(new RegExp(`/work/${checked}$`));
  await becomes(words);

  await approveReport(checked, 45, "field");
  await openWaiting();
  const kept = await longestWords(page);
  await page.getByRole("radio", { name: "不予公开" }).check();
  await page.getByRole("radio", { name: /^第十六条/ }).check();
  await page.getByLabel("审查依据").fill("属于过程性信息。");
  await expectFitForAll(page);
  await page.getByRole("button", { name: "作出决定" }).click();
  await expect(page).toHaveURL(new RegExp(`/work/${checked}$`));
  await becomes("第十六条");
  const after = await publicPage();
  expect(after).toContain(words);
  expect(after).not.toContain(kept);
});

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
  const words = await longestWords(page);
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
