import { expect } from "@playwright/test";
import { expectFitForAll, test } from "./fixtures";

// They change nothing, so both workers share them.
test.describe.configure({ mode: "parallel" });

const pages = [
  "/",
  "/plans/air",
  "/plans/central",
  "/tasks/AIR-01",
  "/tasks/AIR-04.1",
  "/tasks/CEN-R1",
  "/tasks/COU-01",
  "/documents/air",
  "/documents/fire",
  "/tasks",
  "/tasks?q=%E7%A9%BA%E6%B0%94&light=green&light=red&city=moon&order=due",
  "/tasks?q=%E7%99%BB%E6%9C%88&due=year&asof=2024-05-01",
  "/tasks?q=%E7%A7%B8%E7%A7%86%E8%BF%98%E7%94%B0%E8%A1%A5%E8%B4%B4",
  "/open-data",
  "/units",
  "/units/taiyuan",
  "/plans",
  "/plans/air/card",
  "/tasks/AIR-02.3/card",
  "/changes",
  "/compare",
  "/compare?from=2024-04-01&to=2024-06-01",
  "/?asof=2024-05-01",
  "/tasks/AIR-02.3?asof=2024-05-20",
  "/plans/air?asof=1999-01-01",
  "/sign-in",
  "/nowhere",
];

for (const path of [...pages, ...pages.map((path) => `/en${path === "/" ? "" : path}`)])
  test(`${path} is fit for all`, async ({ page }) => {
    await page.goto(path);
    await expectFitForAll(page);
  });

test("without JavaScript a citizen reads how the ten measures stand, and every page leads on", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("十项措施");
  const rows = page.getByRole("row").filter({ hasText: /AIR-\d\d/ });
  await expect(rows).toHaveCount(10);
  await page.getByRole("link", { name: "深入推进能源结构优化调整" }).click();
  await expect(page.getByText("二是深入推进能源结构优化调整。")).toBeVisible();
  await page.getByRole("link", { name: /原文第\d+段/ }).click();
  await expect(page).toHaveURL(/\/documents\/air#clause-AIR-02$/);
  await expect(page.locator("#clause-AIR-02")).toContainText("二是深入推进能源结构优化调整");
  await context.close();
});

test("a citizen finds by their own words; where nothing fits, the nearest is shown, and said to be no find", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/tasks");
  const find = async (words: string) => {
    await page.getByLabel("关键字").fill(words);
    await page.getByRole("button", { name: "查找", exact: true }).click();
  };
  const title = (name: string) => page.getByRole("link", { name });
  await find("秸秆禁烧");
  await expect(title("加强秸秆综合利用和禁烧")).toBeVisible();
  await find("供暖");
  await expect(title("持续推进清洁取暖改造")).toBeVisible();
  await find("鍋爐");
  await expect(title("积极推进燃煤锅炉关停整合")).toBeVisible();
  await find("秸秆还田补贴");
  await expect(page.getByRole("heading", { name: "找到 0 项任务" })).toBeVisible();
  const nearest = page.getByRole("region", { name: "没有完全符合的，最接近的是" });
  await expect(nearest.getByRole("link", { name: "加强秸秆综合利用和禁烧" })).toBeVisible();
  await context.close();
});

test("the open data says what the pages say", async ({ page, request }) => {
  const { tasks, total } = await (await request.get("/api/v1/tasks?limit=500")).json();
  expect([tasks.length, total]).toEqual([119, 119]);
  const { plans } = await (await request.get("/api/v1/plans")).json();
  expect(plans).toHaveLength(6);
  const fire = tasks.find(({ code }: { code: string }) => code === "FIRE-01");
  expect(fire).toMatchObject({
    status: "completed",
    light: "blue",
    percent: 100,
    lead: "太原市迎泽区消防救援大队",
    ownerBasis: "source",
    dueDate: "2024-03-25",
    deadlineVerbatim: "截止时间为2024年3月25日",
    deadlineBasis: "source",
  });
  await page.goto("/tasks/FIRE-01");
  await expect(page.getByText(fire.lead).first()).toBeVisible();
  await expect(page.getByText("已办结").first()).toBeVisible();
  expect((await request.get("/api/v1/tasks?plan=none")).status()).toBe(400);
});

test("what the document does not say is said not to be there", async ({ page }) => {
  await page.goto("/tasks/COU-01");
  await expect(page.getByText("时限待确认").first()).toBeVisible();
  await expect(page.getByText("为期4个月").first()).toBeVisible();
  await page.goto("/tasks/CHI-01.1");
  await expect(page.getByText("待明确单一牵头单位").first()).toBeVisible();
  await page.goto("/documents/air");
  await page
    .getByText(/同版未立项内容/)
    .first()
    .click();
  await expect(page.getByText("锦波生物", { exact: false }).first()).toBeVisible();
});

test("nothing private is in a public cache, and every answer carries the content policy", async ({
  request,
}) => {
  for (const path of ["/", "/tasks/AIR-01", "/inbox", "/sign-in"]) {
    const response = await request.get(path, { maxRedirects: 0 });
    const isPublic = path === "/" || path.startsWith("/tasks/");
    expect(response.headers()["cache-control"] ?? "").not.toMatch(
      isPublic ? /s-maxage/ : /s-maxage|public/,
    );
    expect(response.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  }
});

test("without JavaScript a citizen finds by word and unit, loosens it, and takes the result along", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/tasks");
  await page.getByRole("searchbox", { name: "关键字" }).fill("能源");
  await page.getByText("单位、市县、状态、时限").click();
  await page.getByLabel("已办结").check();
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page.getByText("没有找到符合全部条件的任务。")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "去掉“状态：已办结”" }).last().click();
  await expect(page.getByRole("heading", { name: /^找到 \d+ 项任务$/ })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("能源");
  const rows = await page.getByRole("row").count();
  const follow = async (name: string) => {
    const href = await page.getByRole("link", { name }).getAttribute("href");
    return context.request.get(href ?? "");
  };
  const csv = await follow("表格下载");
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  const { tasks } = await (await follow("数据下载")).json();
  expect(tasks).toHaveLength(rows - 1);
  await context.close();
});

test("feeds and calendars are in the language of their address, and announced by its pages", async ({
  request,
}) => {
  const read = async (path: string) => (await request.get(path)).text();
  expect(await read("/en/plans/air/feed.atom")).toContain("/en/tasks/AIR-");
  expect(await read("/plans/air/feed.atom")).not.toContain("/en/tasks/");
  expect(await read("/en/calendar.ics")).toContain("Due: ");
  expect(await read("/en/plans/air")).toContain('href="/en/plans/air/calendar.ics"');
  expect((await request.get("/en/plans/moon/feed.atom")).status()).toBe(404);
});

test("what is to be shared and printed of an English page is in English", async ({ request }) => {
  const page = await (await request.get("/en/plans/air")).text();
  for (const name of ["share.png", "onepage.pdf"]) {
    expect(page).toContain(`/en/plans/air/${name}`);
    const [english, chinese] = await Promise.all(
      [`/en/plans/air/${name}`, `/plans/air/${name}`].map((path) => request.get(path)),
    );
    expect([english?.status(), chinese?.status()]).toEqual([200, 200]);
    expect(await english?.body()).not.toEqual(await chinese?.body());
  }
});
