import { expect } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";

test("系统管理员新建单位，公开联系方式，更名，并入别的单位：每一步先说会动什么", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const admin = await signIn(browser, "system-admin");

  await test.step("在省政府之下新建", async () => {
    await admin.getByRole("link", { name: "单位", exact: true }).click();
    await admin.getByRole("link", { name: "山西省人民政府：下级单位" }).click();
    await admin.getByRole("link", { name: "在此新建下级单位" }).click();
    await admin.getByRole("button", { name: "新建单位" }).click();
    await expect(admin.getByRole("link", { name: "请填写单位名称。" })).toBeVisible();
    await admin.getByLabel("单位名称").fill("省试验局");
    await admin.getByLabel("简称").fill("试验局");
    await admin.getByLabel("类别").selectOption({ label: "政府部门" });
    await admin.getByLabel("网址代码").fill("trial");
    await admin.getByRole("button", { name: "新建单位" }).click();
    await expect(admin.getByRole("heading", { level: 1 })).toHaveText("省试验局");
    await expectFitForAll(admin);
  });

  await test.step("联系方式设为公开后，公众就看得到；手机号不收，填的都还在", async () => {
    await admin.getByRole("link", { name: "修改资料" }).click();
    await admin.getByLabel("承办处室").fill("办公室");
    await admin.getByLabel("电话").fill("13800138000");
    await admin.getByLabel("在公开页面上显示以上联系方式").check();
    await admin.getByRole("button", { name: "保存" }).click();
    await expect(admin.locator("#phone-error")).toBeVisible();
    await expect(admin.getByLabel("承办处室")).toHaveValue("办公室");
    await admin.getByLabel("电话").fill("0351-3040000");
    await admin.getByRole("button", { name: "保存" }).click();
    await expect(admin).toHaveURL("/departments/trial");
    await admin.goto("/units/trial");
    await expect(admin.getByText("0351-3040000")).toBeVisible();
  });

  await test.step("更名", async () => {
    await admin.goto("/departments/trial/rename");
    await admin.getByLabel("单位名称").fill("省试验和验证局");
    await expectFitForAll(admin);
    await admin.getByRole("button", { name: "确认更名" }).click();
    await expect(admin.getByRole("heading", { level: 1 })).toHaveText("省试验和验证局");
    await expect(admin.getByText("省试验局", { exact: true })).toBeVisible();
  });

  await test.step("并入省科技厅，公开页面留有去向", async () => {
    await admin.getByRole("link", { name: "并入其他单位" }).click();
    await admin.getByLabel("名称、简称、别名").fill("科技");
    await admin.getByRole("button", { name: "查找" }).click();
    await admin.getByRole("link", { name: "选它 省科技厅" }).click();
    await expect(admin.getByText("省试验和验证局将并入省科技厅")).toBeVisible();
    await expectFitForAll(admin);
    await admin.getByLabel("依据或理由").fill("机构改革方案（试验）");
    await admin.getByRole("button", { name: "确认合并" }).click();
    await expect(admin).toHaveURL("/departments/science-technology");
    await admin.goto("/units/trial");
    await expect(admin.getByRole("link", { name: "省科技厅" })).toBeVisible();
  });
});
