import { expect } from "@playwright/test";
import { expectFitForAll, signIn, submitSignIn, test } from "./fixtures";

const locked = "yingze-fire-rescue-official";

test("安全管理员查到账号，解除登录锁定；不能给自己授权；审计管理员在日志里看得到", async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  const enter = (password: string) => submitSignIn(page, locked, password);

  await test.step("连错五次，在这里不能再登录", async () => {
    for (let i = 0; i < 4; i++) {
      await enter(`wrong-${i}`);
      await expect(page.getByText("用户名或密码不正确。")).toBeVisible();
    }
    await enter("wrong");
    await expect(page.getByText("在这里连续登录失败的次数过多", { exact: false })).toBeVisible();
  });

  const admin = await signIn(browser, "security-admin");
  await test.step("安全管理员登录后就在账号列表，查到这个账号", async () => {
    await admin.goto("/inbox");
    await expect(admin).toHaveURL("/roles");
    await expectFitForAll(admin);
    await admin.getByLabel("姓名、用户名或单位").fill(locked);
    await admin.getByRole("button", { name: "查找" }).click();
    await expect(admin.getByText("共 1 个账号")).toBeVisible();
    await admin.getByRole("table").getByRole("link").click();
    await expect(admin.getByText("登录失败累计 5 次", { exact: false })).toBeVisible();
    await expectFitForAll(admin);
  });

  await test.step("改成同一角色会说明；解除锁定后马上能登录", async () => {
    await admin.getByRole("button", { name: "变更角色" }).click();
    await expect(admin.getByText("这个账号已经是这个角色。").first()).toBeVisible();
    await admin.getByRole("button", { name: "解除锁定并结束登录" }).click();
    await expect(admin.getByText("已解除锁定，全部登录已结束。")).toBeVisible();
    await enter(process.env.DEMO_PASSWORD ?? "");
    await expect(page).toHaveURL(/\/inbox/);
  });

  await test.step("自己的账号没有授权的按钮", async () => {
    await admin.goto("/roles/security-admin");
    await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(admin.getByRole("button", { name: "变更角色" })).toHaveCount(0);
  });

  await test.step("审计管理员看到谁解除了谁的锁定，看不到业务内容，也进不了任务", async () => {
    const auditor = await signIn(browser, "audit-admin");
    await auditor.goto("/audit?type=sign_in.unlocked");
    await expect(auditor.getByText(`（${locked}）的登录锁定`, { exact: false })).toBeVisible();
    await auditor.goto("/audit?type=chase.sent");
    await expect(auditor.getByText("催办：", { exact: false })).toHaveCount(0);
    await expect(auditor.getByRole("main").getByRole("link", { name: /^[A-Z]{3}-/ })).toHaveCount(
      0,
    );
  });
});
