import { expect, type Page } from "@playwright/test";
import { signIn, test } from "./fixtures";

const code = "CEN-04.2";

/** Counts a person's clicks and the pages that come of them. */
function effortOf(page: Page) {
  const effort = { clicks: 0, loads: 0 };
  let shown = new URL(page.url()).pathname;
  page.on("framenavigated", (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame !== page.mainFrame() || pathname === shown) return;
    shown = pathname;
    effort.loads += 1;
  });
  const click = async (what: ReturnType<Page["locator"]>) => {
    effort.clicks += 1;
    await what.click();
  };
  return { effort, click };
}

const rowOf = (page: Page) => page.locator("[data-row]", { hasText: code });

test("从我的待办报一份进展不超过三次点击、三次加载；审签一件两次点击", async ({ browser }) => {
  const official = await signIn(browser, "ecology-official");
  await official.goto("/inbox");
  const sending = effortOf(official);
  await sending.click(rowOf(official).getByRole("link", { name: "填报" }));
  await expect(official).toHaveURL(`/reports/${code}`);
  await official.getByLabel("进展情况").fill("已完成方案编制，正在组织实施。");
  await official.getByLabel("下一步工作打算").fill("按月调度。");
  await sending.click(official.getByRole("button", { name: "提交" }));
  await expect(official.getByText("报送了进展报告（第1稿）").first()).toBeVisible();
  expect(sending.effort.clicks).toBeLessThanOrEqual(3);
  expect(sending.effort.loads).toBeLessThanOrEqual(3);

  const head = await signIn(browser, "ecology-head");
  await head.goto("/inbox");
  const deciding = effortOf(head);
  await deciding.click(rowOf(head).getByRole("link", { name: /^审/ }));
  await deciding.click(head.getByRole("button", { name: "同意", exact: true }));
  await expect(head.getByText(/已/).first()).toBeVisible();
  await expect(head).not.toHaveURL(/\/reviews\//);
  expect(deciding.effort.clicks).toBe(2);
});

/** How long a page may be before anything on it is unfolded, at 1280 and at 360 px. */
const longest: [who: string | null, path: string, wide: number, narrow: number][] = [
  [null, "/plans/air", 2500, 5000],
  ["supervisor-1", "/work", 2200, 6500],
  ["ecology-official", "/work", 2200, 6500],
];

for (const [who, path, wide, narrow] of longest)
  test(`${path} 对${who ?? "公众"}不长过几屏`, async ({ browser, page: citizen }) => {
    const page = who ? await signIn(browser, who) : citizen;
    for (const [width, most] of [
      [1280, wide],
      [360, narrow],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect([width, height <= most, height]).toEqual([width, true, height]);
    }
  });
