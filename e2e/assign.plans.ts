import { expect } from "@playwright/test";
import { readTask } from "@/db/seed/demo-reads";
import { expectFitForAll, signIn, test } from "./fixtures";
import { leave } from "./stage";

const cities = ["太原市", "大同市", "朔州市", "忻州市", "吕梁市"];

test.afterAll(leave);

test("系统管理员批量确认三项拟定，再把一项分解到五个市", async ({ browser }) => {
  test.setTimeout(90_000);
  const admin = await signIn(browser, "system-admin");
  await admin.goto("/assignments?lacks=proposal");
  const boxes = admin.getByRole("row").getByRole("checkbox");
  const labels: string[] = [];
  for (const i of [0, 1, 2]) {
    await boxes.nth(i).check();
    labels.push((await boxes.nth(i).getAttribute("aria-label")) ?? "");
  }
  await expectFitForAll(admin);
  await admin.getByRole("button", { name: "交办所选 3 项" }).click();
  await admin.getByRole("button", { name: "确认交办 3 项" }).click();
  // Some of the units that the demo proposes have no account: that is said first, and which ones is up to the stories before.
  const goOn = admin.getByRole("button", { name: "已知晓，仍然办理这几项" });
  await expect(admin.getByText("已交办 3 项。").or(goOn)).toBeVisible();
  if (await goOn.isVisible()) await goOn.click();
  const codes = labels.map((label) => label.split(" ")[0] ?? "");
  const statuses = async () => (await Promise.all(codes.map(readTask))).map(({ status }) => status);
  await expect.poll(statuses).toEqual(["assigned", "assigned", "assigned"]);
  const [code = ""] = codes;

  await admin.goto(`/parts/${code}`);
  const picker = admin.getByRole("combobox", { name: "单位" });
  for (const city of cities) {
    await picker.fill(`${city}人民政府`);
    await expect(admin.getByRole("option").first()).toContainText(city);
    await picker.press("Enter");
  }
  await admin.getByRole("button", { name: "去掉吕梁市人民政府" }).click();
  await picker.fill("jinzhong");
  await admin.getByRole("option", { name: /^晋中市人民政府/ }).click();
  const day = admin.getByLabel(/^(完成|补办)时限/);
  const min = await day.getAttribute("min");
  if ((await day.inputValue()) === "") await day.fill(min ?? "");
  await expectFitForAll(admin);
  await admin.getByRole("button", { name: "下一步：核对分项任务" }).click();
  await expect(admin.getByRole("heading", { name: "核对 5 个分项任务" })).toBeVisible();
  await expectFitForAll(admin);
  const confirm = admin.getByRole("button", { name: "确认分解为 5 个分项任务" });
  await confirm.click();
  await expect(admin.getByText(/还没有保存。.*单位没有可用账号/)).toBeVisible();
  await admin.getByLabel("我已知晓，仍然这样办").check();
  await confirm.click();
  await expect(admin.getByText(/分解到 5 个单位/)).toBeVisible();
  await admin.goto(`/work/${code}`);
  for (const city of [...cities.slice(0, 4), "晋中市"])
    await expect(admin.getByRole("main").getByText(`${city}人民政府`).first()).toBeVisible();
  await expect(admin.getByRole("main").getByText("吕梁市人民政府")).toHaveCount(0);
});
