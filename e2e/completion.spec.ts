import { expect } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";
import { handOver, leave } from "./stage";

const code = "CEN-06.3";
const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

test.beforeAll(() => handOver({ code, due: 30 }));
test.afterAll(leave);

test("附佐证材料申请办结，审核后办结，另一人核查销号，之后只能重新督办", async ({ browser }) => {
  test.setTimeout(150_000);

  const official = await signIn(browser, "energy-official");
  await test.step("承办人上传佐证材料，伪装的文件被拒绝", async () => {
    await official.goto(`/reports/${code}`);
    await official.getByLabel(/^办结申请/).check();
    await official.getByLabel("进展情况").fill("试点任务全部完成。");
    await official.getByLabel("下一步工作打算").fill("转入常态管理。");
    await official.getByLabel("完成进度（%）").fill("100");
    const chooser = official.locator('input[type="file"]');
    await chooser.setInputFiles({
      name: "验收.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("<html><script>alert(1)</script></html>"),
    });
    await expect(official.getByText("没有上传成功：验收.pdf")).toBeVisible();
    await official.getByRole("button", { name: "提交" }).click();
    await expect(official.getByText(/有文件没有上传成功.*“验收\.pdf”/)).toBeVisible();
    await expect(official).toHaveURL(`/reports/${code}`);
    await official.getByRole("button", { name: "移除：验收.pdf" }).click();
    await chooser.setInputFiles({ name: "验收报告.pdf", mimeType: "application/pdf", buffer: pdf });
    await expect(official.getByText("已上传：验收报告.pdf")).toBeVisible();
    await expectFitForAll(official);
    await official.getByRole("button", { name: "提交" }).click();
    await expect(official).toHaveURL(`/work/${code}`);
  });

  await test.step("单位负责人和督查员看到材料并同意", async () => {
    for (const reviewer of ["energy-head", "supervisor-1"]) {
      const person = await signIn(browser, reviewer);
      await person.goto(`/work/${code}`);
      await person.getByRole("link", { name: "审核", exact: true }).click();
      const link = person.getByRole("link", { name: "验收报告.pdf" });
      const href = await link.getAttribute("href");
      const answer = await person.request.get(href ?? "");
      expect(await answer.body()).toEqual(pdf);
      expect(answer.headers()["content-disposition"]).toContain("attachment");
      expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
      await expectFitForAll(person);
      await person.getByRole("button", { name: "同意", exact: true }).click();
      await expect(person).toHaveURL(/\/inbox/);
    }
  });

  const supervisor = await signIn(browser, "supervisor-2");
  await test.step("督查员核查后销号，须写明怎样核实", async () => {
    await supervisor.goto(`/work/${code}`);
    await supervisor.getByRole("link", { name: "查看报送内容和佐证材料" }).last().click();
    await expect(supervisor.getByRole("link", { name: "验收报告.pdf" })).toBeVisible();
    await supervisor.goto(`/work/${code}`);
    await supervisor.getByRole("link", { name: "核查销号" }).click();
    await expect(supervisor).toHaveURL(/\/strike-offs\//);
    await expectFitForAll(supervisor);
    await supervisor.getByRole("button", { name: "确认销号" }).click();
    await expect(supervisor.getByText("请填写核查情况。").first()).toBeVisible();
    await supervisor.getByLabel("核查情况").fill("已现场核查。");
    await supervisor.getByRole("button", { name: "确认销号" }).click();
    await expect(supervisor.getByText("核查后销号：已现场核查。")).toBeVisible();
    await expect(supervisor.getByText("已销号").first()).toBeVisible();
  });

  await test.step("销号之后不能填报，督查员可以重新督办", async () => {
    await official.goto(`/reports/${code}`);
    await expect(official.getByText("除重新督办外不再变动")).toBeVisible();
    await supervisor.getByRole("link", { name: "重新督办" }).click();
    await supervisor.getByLabel("重新督办的理由").fill("回访发现设备未投用。");
    await supervisor.getByRole("button", { name: "确认重新督办" }).click();
    await expect(supervisor.getByText("重新督办：回访发现设备未投用。")).toBeVisible();
    await official.goto(`/work/${code}`);
    await expect(official.getByRole("link", { name: "填报进展" })).toBeVisible();
  });
});
