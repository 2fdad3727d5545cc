import { type Browser, expect } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";

/** A task of the ecology department that no other test writes on. */
const code = "AIR-02.3";
const secret = "我住在河边第三户，锅炉还在烧";
const question = "一位居民反映附近仍有燃煤锅炉在用";
const answer = "已派人核实，该锅炉列入年底前关停清单。";

test("公众不用脚本、不用账号写信，单位答复，审核后凭回执号和任务页面都看得到", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const citizen = await context.newPage();
  let receipt = "";

  await test.step("写错了什么都不丢，改好再寄", async () => {
    await citizen.goto(`/tasks/${code}`);
    await citizen.getByRole("link", { name: "我要纠错" }).click();
    await citizen.getByLabel(/^意见建议/).check();
    await citizen.getByRole("textbox", { name: "内容" }).fill(`${secret}，电话13812345678`);
    await citizen.getByRole("button", { name: "寄出" }).click();
    await expect(citizen.getByRole("alert")).toContainText("请不要写身份证号或手机号（138…78）");
    await expect(citizen.getByRole("textbox", { name: "内容" })).toHaveValue(
      `${secret}，电话13812345678`,
    );
    await expect(citizen.getByLabel(/^意见建议/)).toBeChecked();
    await citizen.getByRole("textbox", { name: "内容" }).fill(" ");
    await citizen.getByRole("button", { name: "寄出" }).click();
    await expect(citizen.getByRole("link", { name: "请写明内容。" })).toBeVisible();
    await citizen.getByRole("textbox", { name: "内容" }).fill(secret);
    await citizen.getByRole("button", { name: "寄出" }).click();
    await expect(citizen.getByRole("heading", { level: 1 })).toHaveText("来信已收到");
    receipt = new URL(citizen.url()).pathname.replace("/letters/", "");
    await expect(citizen.getByText(/由省生态环境厅办理，应于.+前答复/)).toBeVisible();
  });

  await test.step("单位从待办进去答复", async () => {
    const official = await signIn(browser, "ecology-official");
    const row = official.locator("#to_answer ~ ul [data-row]").filter({ hasText: secret });
    await row.getByRole("link", { name: /^答复/ }).click();
    await expect(official.getByText(secret)).toBeVisible();
    await expectFitForAll(official);
    await official.getByLabel("来信摘要").fill(question);
    await official.getByLabel("答复内容").fill(answer);
    await official.getByRole("button", { name: "提交" }).click();
    await expect(official).toHaveURL(`/work/${code}`);
    await expect(official.getByText("报送了来信答复（第1稿）")).toBeVisible();
    await official.goto("/work/letters");
    await expect(official.getByText("答复审核中")).toBeVisible();
    await expectFitForAll(official);
  });

  await approve(browser, "ecology-head");
  await citizen.goto(`/tasks/${code}`);
  await expect(citizen.getByText(answer)).toHaveCount(0);
  await approve(browser, "supervisor-1");

  await test.step("凭回执号查到答复；任务页面公开的只有单位的话", async () => {
    await citizen.goto("/letters");
    await citizen.getByLabel("回执号").fill("20240612-0000-0000-0000");
    await citizen.getByRole("button", { name: "查询" }).click();
    await expect(citizen.getByText("没有这个回执号的来信")).toBeVisible();
    await citizen.getByLabel("回执号").fill(receipt.toLowerCase().replaceAll("-", " "));
    await citizen.getByRole("button", { name: "查询" }).click();
    await expect(citizen.getByText(answer)).toBeVisible();
    await expect
      .poll(async () => (await citizen.request.get(`/tasks/${code}`)).text(), { timeout: 15_000 })
      .toContain(answer);
    const page = await (await citizen.request.get(`/tasks/${code}`)).text();
    expect(page).toContain(question);
    expect(page).not.toContain(secret);
    expect(page).not.toContain(receipt);
  });

  await test.step("写信人申请删除，督查员办理：话都没有了，删过一封看得到", async () => {
    const supervisor = await signIn(browser, "supervisor-1");
    await supervisor.goto("/work/letters");
    const row = supervisor.getByRole("listitem").filter({ hasText: secret });
    await row.getByRole("link").click();
    await supervisor.getByText("按申请删除这封来信").click();
    await expectFitForAll(supervisor);
    await supervisor.getByLabel("删除理由").fill("写信人 13812345678 来电");
    await supervisor.getByRole("button", { name: "删除文字" }).click();
    await expect(supervisor.getByRole("link", { name: /138…78/ })).toBeVisible();
    await supervisor.getByLabel("删除理由").fill("写信人当日来电申请，已核对回执号");
    await supervisor.getByRole("button", { name: "删除文字" }).click();
    await expect(supervisor).toHaveURL(`/work/${code}`);
    await citizen.goto(`/letters/${receipt}`);
    await expect(citizen.getByText("已按申请删除（").first()).toBeVisible();
    await expect(citizen.getByText(answer)).toHaveCount(0);
    await expect
      .poll(async () => (await citizen.request.get(`/tasks/${code}`)).text(), { timeout: 15_000 })
      .toContain("已按申请删除（");
    const page = await (await citizen.request.get(`/tasks/${code}`)).text();
    expect(page).not.toContain(question);
    expect(page).not.toContain(answer);
  });
  await context.close();
});

test("有脚本的浏览器同样能写；按两次只有一封", async ({ page }) => {
  await page.goto(`/letters/new?task=${code}&kind=correction`);
  await expect(page.getByLabel(/^我要纠错/)).toBeChecked();
  await expectFitForAll(page);
  await page.getByRole("textbox", { name: "内容" }).fill("第一段的年份写错了。");
  await page.getByRole("button", { name: "寄出" }).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("来信已收到");
  await expectFitForAll(page);
  const first = page.url();
  await page.goto(`/letters/new?task=${code}&kind=correction`);
  await page.getByRole("textbox", { name: "内容" }).fill("第一段的年份写错了。");
  await page.getByRole("button", { name: "寄出" }).click();
  await expect(page).toHaveURL(first);
});

test("没有的任务、没有的回执都说找不到；来信页面不进缓存，不被收录", async ({ request }) => {
  expect((await request.get("/letters/new?task=ZZ-1")).status()).toBe(404);
  expect((await request.get("/letters/20240612-0000-0000-0000")).status()).toBe(404);
  const form = await request.get(`/letters/new?task=${code}`);
  expect(form.headers()["cache-control"]).toContain("no-store");
  expect(await form.text()).toContain('name="robots" content="noindex');
  for (const path of ["/letters", `/en/letters/new?task=${code}`])
    expect(await (await request.get(path)).text()).not.toContain("<script");
});

async function approve(browser: Browser, username: string) {
  await test.step(`${username} 审核`, async () => {
    const reviewer = await signIn(browser, username);
    await reviewer.goto("/inbox?list=to_decide");
    const row = reviewer
      .locator("[data-row]")
      .filter({ hasText: code })
      .filter({ hasText: "来信答复" });
    await row.getByRole("link", { name: /^审核/ }).first().click();
    await expect(reviewer.getByText(secret)).toBeVisible();
    await expect(reviewer.getByText(answer)).toBeVisible();
    await expectFitForAll(reviewer);
    await reviewer.getByRole("button", { name: "同意" }).click();
    await expect(reviewer).toHaveURL(/\/inbox/);
  });
}
