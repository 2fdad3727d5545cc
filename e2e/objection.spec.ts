import { expect } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";
import { handOver, leave } from "./stage";

const code = "SAF-01.5";
const reason = "科技强安由科技部门归口，不属于本单位职责。";

test.beforeAll(() => handOver({ code, received: false }));
test.afterAll(leave);

test("单位对交办提出异议，负责人签署，督查室主任裁定成立，管理员改派，新单位签收", async ({
  browser,
}) => {
  test.setTimeout(120_000);

  const official = await signIn(browser, "emergency-official");
  await test.step("承办人在期限内书面提出异议", async () => {
    await official.goto(`/work/${code}`);
    await official.getByRole("link", { name: "提出异议" }).click();
    await expect(official.getByText(/还剩 \d 个工作日/)).toBeVisible();
    await official.getByRole("button", { name: "提交" }).click();
    await expect(official.getByText("请写明理由。").first()).toBeVisible();
    await official.getByLabel("理由").fill(reason);
    await official.getByRole("combobox", { name: "建议改派给" }).fill("住房城乡");
    await official.getByRole("option", { name: /^省住房城乡建设厅/ }).click();
    await expectFitForAll(official);
    await official.getByRole("button", { name: "提交" }).click();
    await expect(official).toHaveURL(`/work/${code}`);
    await expect(official.getByText("报送了异议（第1稿）")).toBeVisible();
  });

  await test.step("异议未裁定前不能签收，页面说明原因", async () => {
    await official.getByRole("button", { name: /^签收/ }).click();
    await expect(official.getByText("牵头单位的异议正在审理")).toBeVisible();
  });

  await test.step("单位负责人签署", async () => {
    const head = await signIn(browser, "emergency-head");
    await head
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: "审核" })
      .first()
      .click();
    await expect(head.getByText(reason)).toBeVisible();
    await expectFitForAll(head);
    await head.getByRole("button", { name: "同意", exact: true }).click();
    await expect(head).toHaveURL(/\/inbox/);
  });

  await test.step("督查室主任裁定异议成立，任务退回待交办", async () => {
    const director = await signIn(browser, "director");
    await director
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: "裁定" })
      .first()
      .click();
    await expect(director.getByText("您同意（异议成立）后")).toBeVisible();
    await expectFitForAll(director);
    await director.getByRole("button", { name: "同意", exact: true }).click();
    await expect(director).toHaveURL(/\/inbox/);
    await director.goto(`/work/${code}`);
    await expect(director.getByText("异议成立，任务退回待交办")).toBeVisible();
  });

  await test.step("管理员改派给另一个单位", async () => {
    const admin = await signIn(browser, "system-admin");
    await admin.goto(`/work/${code}`);
    await admin.getByRole("link", { name: "交办", exact: true }).click();
    await expect(admin.getByRole("list", { name: "牵头单位：已选" })).toContainText(
      "省住房城乡建设厅",
    );
    await admin.getByRole("button", { name: "下一步：核对变更" }).click();
    await admin.getByRole("button", { name: "确认交办" }).click();
    await expect(admin).toHaveURL(`/work/${code}`);
    await expect(admin.getByText("交办给省住房城乡建设厅")).toBeVisible();
  });

  await test.step("原单位牵头上级任务，仍看得到，但不能签收；新单位签收", async () => {
    await official.goto(`/work/${code}`);
    await expect(official.getByText("交办给省住房城乡建设厅")).toBeVisible();
    await expect(official.getByRole("button", { name: /^签收/ })).toHaveCount(0);
    const housing = await signIn(browser, "housing-construction-official");
    await housing.goto(`/work/${code}`);
    await housing.getByRole("button", { name: /^签收/ }).click();
    await expect(housing.getByText("签收了任务")).toBeVisible();
  });
});
