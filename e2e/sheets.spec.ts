import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";

const csv = (rows: string[][]) => ({
  name: "表.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(rows.map((row) => row.join(",")).join("\n")),
});

async function upload(page: Page, path: string, file: Parameters<typeof csv>[0] | Buffer) {
  await page.goto(path);
  await page
    .getByLabel(/表格文件/)
    .setInputFiles(
      Buffer.isBuffer(file)
        ? { name: "导出.xlsx", mimeType: "application/octet-stream", buffer: file }
        : csv(file),
    );
  await page.getByRole("button", { name: "上传并预览" }).click();
}

const unit = "示例区统计局";
const people = (role: string) => [
  ["用户名", "姓名", "单位", "角色"],
  ["sheet.one", "钱一", unit, "单位负责人"],
  ["sheet.two", "孙二", unit, role],
];

test("单位和人员用表格导入：错在哪一格说清，改好导入，导出再导入没有变化", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await signIn(browser, "system-admin");
  await test.step("导入单位", async () => {
    await page.goto("/departments");
    await page.getByRole("link", { name: "导入、导出单位" }).click();
    await expectFitForAll(page);
    await upload(page, "/sheets/units", [
      ["名称", "类别"],
      [unit, "县区"],
    ]);
    await expect(page.getByText("新增 1，修改 0，移除 0，没有变化 0。")).toBeVisible();
    await expectFitForAll(page);
    await page.getByRole("button", { name: "确认导入" }).click();
    await expect(page.getByRole("heading", { name: "已导入：单位" })).toBeVisible();
  });

  await test.step("人员：一格有错，一行不写", async () => {
    await upload(page, "/sheets/people", people("科员"));
    const fault = page.getByRole("row", { name: /D3/ });
    await expect(fault).toContainText("“角色”没有“科员”这一项");
    await expect(fault).toContainText("改成下面之一：承办人");
    await expectFitForAll(page);
    await page.goto("/people?q=sheet.");
    await expect(page.getByText("钱一")).toHaveCount(0);
  });

  await test.step("改好，导入", async () => {
    await upload(page, "/sheets/people", people("承办人"));
    await page.getByRole("button", { name: "确认导入" }).click();
    await expect(page.getByRole("heading", { name: "已导入：人员" })).toBeVisible();
    await expectFitForAll(page);
    await page.getByRole("link", { name: "首次登录码" }).click();
    await expect(page.getByText("演示账号共用一个密码，不发登录码。")).toBeVisible();
    await expectFitForAll(page);
  });

  await test.step("导出再导入：没有变化", async () => {
    await page.goto("/sheets/people");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "导出 Excel" }).click();
    const path = await (await download).path();
    await upload(page, "/sheets/people", await readFile(path));
    await expect(page.getByText(/^没有变化：/)).toBeVisible();
    await expect(page.getByRole("button", { name: "确认导入" })).toHaveCount(0);
    await expectFitForAll(page);
  });
  await page.context().close();
});
