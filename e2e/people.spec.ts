import { expect } from "@playwright/test";
import { expectFitForAll, signIn, test } from "./fixtures";

const code = "CEN-04.1";
const newcomer = "赵新来";

test("新人建账号、被明确为承办人，离任时逐类交接，任务不重新交办", async ({ browser }) => {
  test.setTimeout(120_000);
  const admin = await signIn(browser, "system-admin");
  await test.step("系统管理员新增人员", async () => {
    await admin.goto("/people/new");
    await expectFitForAll(admin);
    await admin.getByRole("button", { name: "新增人员" }).click();
    await expect(admin.getByText("请填写姓名。").first()).toBeVisible();
    await admin.getByLabel("姓名").fill(newcomer);
    await admin.getByLabel("用户名").fill("zhao.xinlai");
    await admin.getByLabel("单位", { exact: true }).fill("生态环境厅");
    await expect(admin.getByText(/已选：.*生态环境厅/)).toBeVisible();
    await admin.getByRole("button", { name: "新增人员" }).click();
    await expect(admin.getByRole("heading", { name: newcomer })).toBeVisible();
    await expect(admin.getByText("等安全管理员授予角色，授予前不能登录。")).toBeVisible();
    await expectFitForAll(admin);
  });

  const head = await signIn(browser, "ecology-head");
  await test.step("牵头单位明确承办人", async () => {
    await head.goto(`/work/${code}`);
    await head.getByText("明确承办人和分管领导").click();
    const handler = head.getByLabel("承办人", { exact: true });
    const person = handler.locator("option", { hasText: newcomer });
    await handler.selectOption(await person.getAttribute("value"));
    await expectFitForAll(head);
    await head.getByRole("button", { name: "保存" }).click();
    await expect(head.getByText("已保存。提醒从下一次起发给承办人。")).toBeVisible();
    await head.goto(`/work?q=${code}`);
    await expect(head.getByRole("row", { name: /CEN-04\.1 / })).toContainText(newcomer);
  });

  await test.step("离任：名下的任务交给同事，没有说清的不让走", async () => {
    await admin.goto("/people?q=zhao.xinlai");
    await expectFitForAll(admin);
    await admin.getByRole("link", { name: newcomer }).click();
    await admin.getByRole("link", { name: "离任交接" }).click();
    const successor = admin.getByLabel("承办的任务 1 项，由谁承办？");
    await successor.selectOption("");
    await admin.getByRole("button", { name: "确认离任" }).click();
    await expect(admin.getByText("还有事项没有交接").first()).toBeVisible();
    await expectFitForAll(admin);
    const colleague = successor.locator("option", { hasText: "卜念慈" });
    await successor.selectOption(await colleague.getAttribute("value"));
    await admin.getByRole("button", { name: "确认离任" }).click();
    await expect(admin.getByText("已离任，邮箱和电话已清除，留痕保留。")).toBeVisible();
  });

  await test.step("接手的人在台账里筛出自己承办的任务", async () => {
    const colleague = await signIn(browser, "ecology-official-2");
    await colleague.goto("/work?handled=1");
    await expect(colleague.getByRole("row", { name: /CEN-04\.1 / })).toContainText("卜念慈");
    await colleague.goto(`/work/${code}`);
    await expect(colleague.getByText("明确承办人：卜念慈")).toBeVisible();
    await expect(colleague.getByText("推进中").first()).toBeVisible();
  });
});

test("停用单位唯一的负责人，保存之前先说没有人能办；“待完善”列出没有人的单位", async ({
  browser,
}) => {
  const admin = await signIn(browser, "system-admin");
  await admin.goto("/people?q=taiyuan-head");
  await admin.getByRole("table").getByRole("link").first().click();
  await admin.getByText("停用账号").click();
  await admin.getByLabel("停用事由").fill("借调外出");
  await admin.getByRole("button", { name: "确认停用" }).click();
  await expect(admin.getByText(/还没有保存。.*单位没有单位负责人/)).toBeVisible();
  await expect(admin.getByLabel("我已知晓，仍然这样办")).not.toBeChecked();
  await expectFitForAll(admin);

  const link = admin.getByRole("link", { name: /^待完善（\d+）$/ });
  const count = (await link.textContent())?.match(/\d+/)?.[0];
  await link.click();
  await expect(admin.getByText(`共 ${count} 项`)).toBeVisible();
  await expect(admin.getByRole("row", { name: /单位没有可用账号/ }).first()).toBeVisible();
  await expectFitForAll(admin);
});
