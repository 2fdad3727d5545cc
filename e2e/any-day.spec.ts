import { expect } from "@playwright/test";
import { test } from "./fixtures";

test("看过去某一天，点到哪一页都还在那一天，随时能回到今天", async ({ page }) => {
  await page.goto("/?asof=2024-05-01");
  await expect(page.getByText("您在看 2024年5月1日 当时的情况。")).toBeVisible();
  await page.locator('main a[href^="/plans/air"]').first().click();
  await expect(page).toHaveURL(/\/plans\/air\?asof=2024-05-01/);
  await page.locator('main a[href^="/tasks/AIR-02"]').first().click();
  await expect(page).toHaveURL(/\/tasks\/AIR-02[\d.]*\?asof=2024-05-01/);
  await expect(page.getByText("您在看 2024年5月1日 当时的情况。")).toBeVisible();
  await page.getByRole("link", { name: "回到今天" }).click();
  await expect(page.getByText(/您在看/)).toHaveCount(0);
  await expect(page).toHaveURL(/\/tasks\/AIR-02/);
});

test("没有记录的一天说清楚，照旧给出今天", async ({ page }) => {
  for (const day of ["2099-01-01", "1999-01-01", "昨天", "2024-02-30"]) {
    await page.goto(`/tasks/AIR-02.3?asof=${encodeURIComponent(day)}`);
    await expect(page.getByText(/这一天没有记录/)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("燃煤锅炉");
  }
});

test("比较两天：写的数目就是下面列出的条数，换方案不换日期", async ({ page }) => {
  await page.goto("/compare?from=2024-04-01&to=2024-06-12");
  const counts: [RegExp, string][] = [
    [/^办结 (\d+) 项/, "办结的"],
    [/^改时限 (\d+) 项/, "时限调整的"],
    [/^有进展 (\d+) 项/, "进度提高的"],
  ];
  let listed = 0;
  for (const [pattern, title] of counts) {
    const said = (await page.getByText(pattern).first().textContent()) ?? "";
    const count = Number(pattern.exec(said.trim())?.[1]);
    if (count === 0) continue;
    // A long list is on a page of its own; the way there says the same number.
    await page.getByRole("link", { name: pattern }).first().click();
    await expect(page).toHaveURL(/list=/);
    const heading = page.getByRole("heading", { name: title });
    await expect(heading.locator("xpath=..").locator("li, tbody tr")).toHaveCount(count);
    listed += count;
    await page.goBack();
    await expect(page).not.toHaveURL(/list=/);
  }
  expect(listed).toBeGreaterThan(0);
  await page.getByLabel("方案").selectOption({ index: 1 });
  await page.getByRole("button", { name: "比较" }).click();
  await expect(page).toHaveURL(/from=2024-04-01&to=2024-06-12.*plan=|plan=.*from=2024-04-01/);
});
