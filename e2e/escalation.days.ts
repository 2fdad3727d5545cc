import { expect, type Page } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";
import { handOver, leave } from "./stage";

const code = "CEN-04.7";

test.beforeAll(() => handOver({ code, due: 3, cycle: "none" }));
test.afterAll(leave);

/** What the worker does comes when it comes: the page is read again until it is there. */
async function eventually(page: Page, path: string, text: RegExp | string) {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}

test("时限一天天临近、逾期：先提醒承办人，再逐级提到负责人、督查员、督查室；知悉后不再往上提", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const admin = await signIn(browser, "system-admin");
  const pass = async (days: 1 | 7 | 30) => {
    await admin.goto("/demo-clock");
    const before = await admin.getByRole("strong").first().textContent();
    await admin.getByRole("button", { name: `前进 ${days} 天` }).click();
    await expect(admin.getByRole("strong").first()).not.toHaveText(before ?? "");
    await expect(admin.getByRole("progressbar")).toHaveCount(0, { timeout: 120_000 });
  };

  const official = await signIn(browser, "development-reform-official");
  const head = await signIn(browser, "development-reform-head");
  await test.step("过了一周：承办人收到提醒，逾期以后再提醒一次", async () => {
    await expectFitForAll(admin);
    await pass(7);
    await eventually(official, `/work/${code}`, /提醒承办人/);
    await eventually(official, "/notifications", /提醒|督办单/);
    await expectFitForAll(official);
  });

  const supervisor = await signIn(browser, "supervisor-1");
  await test.step("又过了一周：提级到负责人和督查员", async () => {
    await pass(7);
    await eventually(head, `/work/${code}`, /提级至单位负责人/);
    await eventually(supervisor, `/work/${code}`, /提级至督查员/);
  });

  await test.step("督查员手工催办，单位看到后回复", async () => {
    await supervisor.getByLabel("催办内容").fill("请三日内说明原因。");
    await supervisor.getByRole("button", { name: "发出催办" }).click();
    await expect(supervisor.getByText("催办：请三日内说明原因。")).toBeVisible();
    for (const person of [official, head]) await eventually(person, "/inbox", code);
    await official.goto(`/work/${code}`);
    await official.getByLabel("回复催办").first().fill("本周内报送。");
    await official.getByRole("button", { name: "提交回复" }).first().click();
    await expect(official.getByText("回复催办：本周内报送。")).toBeVisible();
  });

  await test.step("负责人确认知悉，再过三十天也不再往上提", async () => {
    await head.goto(`/work/${code}`);
    await head.getByLabel("知悉说明").first().fill("已约谈承办处室。");
    await head.getByRole("button", { name: "确认知悉" }).first().click();
    await expect(head.getByText("已知悉", { exact: false }).first()).toBeVisible();
    await expectFitForAll(head);
    await pass(30);
    await eventually(official, "/notifications", /提醒/);
    await admin.goto(`/work/${code}`);
    await expect(admin.getByText(/提级至督查室/)).toHaveCount(0);
  });
});
