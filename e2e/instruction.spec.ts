import { expect } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";
import { handOver, leave } from "./stage";

/** A task of the ecology department that no other test writes on. */
const code = "AIR-10.1";
const words = "请于月底前拿出安排，不要外传。";
const chase = "按领导批示，请报本月安排。";
const answer = "安排已拟定，随文报送。";

test.beforeAll(() => handOver({ code }));
test.afterAll(leave);

test("领导写批示，主任转为催办，单位回复，领导看到结果；单位和公众看不到批示原文", async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const leader = await signIn(browser, "leader");
  await test.step("领导在任务页面写批示，交督查室", async () => {
    await leader.goto(`/work/${code}`);
    await leader.getByRole("link", { name: "写批示", exact: true }).click();
    await leader.getByRole("button", { name: "作出批示" }).click();
    await expect(leader.getByRole("link", { name: "请写明批示内容。" })).toBeVisible();
    await leader.getByLabel("批示内容").fill(words);
    await leader.getByLabel(/^督查室/).check();
    await leader.getByRole("button", { name: "作出批示" }).click();
    await expect(leader).toHaveURL(/\/instructions\/[0-9a-f-]{36}$/);
    await expect(leader.getByText("待办理")).toBeVisible();
    await expectFitForAll(leader);
  });
  const path = new URL(leader.url()).pathname;

  await test.step("主任从待办进去，转为催办", async () => {
    const director = await signIn(browser, "director");
    await director.goto("/inbox");
    const row = director.getByRole("listitem").filter({ hasText: words });
    await row.getByRole("link", { name: /^办理/ }).click();
    await director.getByLabel(/^转为催办/).check();
    await director.getByLabel("催办内容或办理说明").fill(chase);
    await expectFitForAll(director);
    await director.getByRole("button", { name: "确认办理" }).click();
    await expect(director.getByText("办理中")).toBeVisible();
  });

  await test.step("单位看到催办，看不到原文，回复", async () => {
    const official = await signIn(browser, "ecology-official");
    expect((await official.goto(path))?.status()).toBe(404);
    await official.goto(`/work/${code}`);
    await expect(official.getByText(/按.+批示催办/)).toBeVisible();
    expect(await official.content()).not.toContain(words);
    await official.getByLabel("回复催办").fill(answer);
    await official.getByRole("button", { name: "提交回复" }).click();
    await expect(official.getByLabel("回复催办")).toHaveCount(0);
    await expect(official.getByText(answer).first()).toBeVisible();
  });

  await test.step("领导首页看到已办复；公开页面没有一个字", async () => {
    await leader.goto("/inbox");
    const own = leader.getByRole("listitem").filter({ hasText: words });
    await expect(own.getByText("已办复")).toBeVisible();
    await own.getByRole("link", { name: /^查看/ }).click();
    await expect(leader.getByText(answer)).toBeVisible();
    for (const page of [`/tasks/${code}`, `/api/v1/tasks/${code}`]) {
      const body = await (await request.get(page)).text();
      expect(body).not.toContain(words);
      expect(body).not.toContain(chase);
    }
  });

  await test.step("看过的变化按下才算看过", async () => {
    await leader.goto("/inbox");
    const mark = leader.getByRole("button", { name: "以上已看过，下次从现在算起" });
    await expect(mark).toBeVisible();
    await mark.click();
    await expect(leader.getByText("上次查看以来的变化 0")).toBeVisible();
    await expect(leader.getByText("已记下，下次只显示此后的变化。")).toBeVisible();
  });
});
