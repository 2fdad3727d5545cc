import { expect } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";

const code = "AIR-10.3";
const words = "已建立信息公开清单，按季度在门户网站公布。";

test("一项任务从交办、签收、填报、审签、审核到公众看到进展，每一步都留痕", async ({
  browser,
  page: citizen,
}) => {
  test.setTimeout(120_000);

  await test.step("公众先看到：未启动，单位是拟定的，没有进展", async () => {
    await citizen.goto(`/tasks/${code}`);
    await expect(citizen.getByRole("heading", { level: 1 })).toHaveText("信息公开");
    await expect(citizen.getByText("拟定，待确认")).toBeVisible();
    await expect(citizen.getByText(words)).toHaveCount(0);
    await expectFitForAll(citizen);
  });

  await test.step("管理员交办：核对变更后确认", async () => {
    const admin = await signIn(browser, "system-admin");
    await expectFitForAll(admin);
    await admin.goto(`/assignments/${code}`);
    await admin.getByLabel("完成时限").fill("2024-12-31");
    await admin.getByLabel("报送周期").selectOption({ label: "季报" });
    await expectFitForAll(admin);
    await admin.getByRole("button", { name: "下一步：核对变更" }).click();
    await expect(admin.getByText("2024年12月31日")).toBeVisible();
    await expect(admin.getByText("暂定，非文件载明")).toBeVisible();
    await expectFitForAll(admin);
    await admin.getByRole("button", { name: "确认交办" }).click();
    await expect(admin).toHaveURL(`/work/${code}`);
    await expect(admin.getByText("交办给省生态环境厅")).toBeVisible();
  });

  const official = await signIn(browser, "ecology-official");
  await test.step("承办人签收，填写，自动保存，提交", async () => {
    await expectFitForAll(official);
    await official.goto(`/work/${code}`);
    await official.getByRole("button", { name: "签收" }).click();
    await expect(official.getByText("签收了任务")).toBeVisible();
    await expect(official.getByText(`${code}：已签收。`)).toBeVisible();
    await official.getByRole("link", { name: "填报进展" }).click();
    await official.getByLabel("完成进度（%）").fill("40");
    await official.getByLabel("进展情况").fill(words);
    await expect(official.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
    await official.reload();
    await expect(official.getByLabel("进展情况")).toHaveValue(words);
    await expectFitForAll(official);

    await official.getByRole("button", { name: "提交" }).click();
    await expect(official.locator(":focus")).toContainText("请先更正以下内容");
    await expect(official.locator(":focus")).toContainText("请填写下一步工作打算。");
    await official.getByLabel("下一步工作打算").fill("按季度更新清单。");
    await official.getByRole("button", { name: "提交" }).click();
    await expect(official).toHaveURL(`/work/${code}`);
    await expect(official.getByText("报送了进展报告（第1稿）")).toBeVisible();
  });

  await test.step("撤回，再提交", async () => {
    await official.goto(`/reports/${code}`);
    await official.getByRole("button", { name: "撤回修改" }).click();
    await expect(official.getByLabel("进展情况")).toHaveValue(words);
    await official.getByRole("button", { name: "提交" }).click();
    await expect(official).toHaveURL(`/work/${code}`);
  });

  const head = await signIn(browser, "ecology-head");
  await test.step("单位负责人退回，须写明意见", async () => {
    await expectFitForAll(head);
    await head
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: "审核" })
      .click();
    await expect(head).toHaveURL(/\/reviews\//);
    await expectFitForAll(head);
    await head.getByRole("button", { name: "退回", exact: true }).click();
    await expect(head.getByText("请写明理由。").first()).toBeVisible();
    await head.getByLabel("审核意见").fill("请写明公布的时间");
    await head.getByRole("button", { name: "退回", exact: true }).click();
    await expect(head).toHaveURL(/\/inbox/);
    await expect(head.getByText(`${code}：已退回`)).toBeVisible();
  });

  await test.step("承办人在填报页看到退回意见，修改后重报", async () => {
    await official.goto(`/reports/${code}`);
    await expect(official.getByText("请写明公布的时间")).toBeVisible();
    await official.getByLabel("下一步工作打算").fill("每季度末更新清单。");
    await official.getByRole("button", { name: "提交" }).click();
    await expect(official.getByText("报送了进展报告（第3稿）")).toBeVisible();
  });

  await test.step("单位负责人同意；这时公众仍看不到", async () => {
    // The whole section: its first ten may be others'.
    await head.goto("/inbox?list=to_decide");
    await head
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: "审核" })
      .click();
    await head.getByRole("button", { name: "同意", exact: true }).click();
    await expect(head.getByText(`${code}：已同意`)).toBeVisible();
    await citizen.reload();
    await expect(citizen.getByText(words)).toHaveCount(0);
  });

  await test.step("督查员审核同意", async () => {
    const supervisor = await signIn(browser, "supervisor-1");
    await expectFitForAll(supervisor);
    await supervisor.goto("/inbox?list=to_decide");
    await supervisor
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: "审核" })
      .click();
    await expect(supervisor).toHaveURL(/\/reviews\//);
    await expectFitForAll(supervisor);
    await supervisor.getByRole("button", { name: "同意", exact: true }).click();
    await expect(supervisor.getByText(`${code}：已同意，报告已公开发布。`)).toBeVisible();
  });

  await test.step("公众看到进展、时限和演示标记，看不到人名和意见", async () => {
    // The page is made anew within two seconds; a loaded machine gets some more.
    await expect(async () => {
      await citizen.reload();
      await expect(citizen.getByText(words)).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await expect(citizen.getByText("40%").first()).toBeVisible();
    await expect(citizen.getByText("演示数据").first()).toBeVisible();
    await expect(citizen.getByText("请写明公布的时间")).toHaveCount(0);
    await expectFitForAll(citizen);
    await citizen.goto("/");
    await expect(citizen.getByRole("row").filter({ hasText: "AIR-10" })).toContainText("正常推进");
  });

  await test.step("操作留痕一步不少，审计员也看得到", async () => {
    await official.goto(`/work/${code}`);
    await expectFitForAll(official);
    // The older entries are folded.
    await official.evaluate(() => {
      for (const each of document.querySelectorAll("details")) each.open = true;
    });
    for (const sentence of [
      "立项",
      "交办给省生态环境厅",
      "签收了任务",
      "撤回了进展报告",
      "退回了进展报告（单位审签）：请写明公布的时间",
      "同意了进展报告（督查审核，第3稿）",
      "报告公开发布，进度由未填变为40%",
    ])
      await expect(official.getByText(sentence)).toBeVisible();
    const auditor = await signIn(browser, "auditor");
    await auditor.goto("/audit?type=report.published");
    await expect(auditor.getByText(code).first()).toBeVisible();
    await expectFitForAll(auditor);
  });
});
