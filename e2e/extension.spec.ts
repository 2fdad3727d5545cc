import { expect } from "@playwright/test";
import { currentDay } from "@/lib/clock";
import { addDays } from "@/lib/domain/calendar/days";
import { expectFitForAll, signIn, test } from "./fixtures";
import { handOver, leave } from "./stage";

const code = "CEN-06.4";
const reason = "保供设备招标推迟，安装须顺延。";

test.beforeAll(() => handOver({ code, due: 20 }));
test.afterAll(leave);

const inChinese = (day: string) => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

test("在时限届满前申请延期，逐级同意后时限改动，原定时限永久保留", async ({ browser, page }) => {
  test.setTimeout(120_000);
  const today = await currentDay();
  const [promised, moved] = [addDays(today, 20), addDays(today, 50)];

  const official = await signIn(browser, "energy-official");
  await test.step("承办人申请：不晚于现行时限的日期被拒绝并说明规则", async () => {
    await official.goto(`/work/${code}`);
    await official.getByRole("link", { name: "申请延期" }).click();
    await official.getByLabel("申请延期至").fill(promised);
    await official.getByLabel("理由").fill(reason);
    await official.getByLabel("目前进展").fill("已完成选址和设计。");
    await official.getByRole("button", { name: "提交" }).click();
    await expect(
      official.getByText("申请延期至的日期须晚于现在的完成时限。").first(),
    ).toBeVisible();
    await expect(official.getByLabel("理由")).toHaveValue(reason);
    await expectFitForAll(official);
    await official.getByLabel("申请延期至").fill(moved);
    await official.getByRole("button", { name: "提交" }).click();
    await expect(official).toHaveURL(`/work/${code}`);
  });

  for (const reviewer of ["energy-head", "supervisor-1"])
    await test.step(`${reviewer} 同意`, async () => {
      const person = await signIn(browser, reviewer);
      await person.goto(`/work/${code}`);
      await person.getByRole("link", { name: "审核", exact: true }).click();
      await expect(person.getByText(reason)).toBeVisible();
      await person.getByRole("button", { name: "同意", exact: true }).click();
      await expect(person).toHaveURL(/\/inbox/);
    });

  await test.step("时限改了，变动、理由和原定时限都在", async () => {
    await official.goto(`/work/${code}`);
    await expect(
      official.getByText(`延期：${inChinese(promised)} → ${inChinese(moved)}（30天）`),
    ).toBeVisible();
    await expectFitForAll(official);
    await page.goto(`/tasks/${code}`);
    await expect(page.getByText(inChinese(moved)).first()).toBeVisible();
    await expect(page.getByText(inChinese(promised)).first()).toBeVisible();
  });
});

test("过了时限再申请延期，打不开表单，说明规则", async ({ browser }) => {
  const official = await signIn(browser, "ecology-official");
  await official.goto("/requests/extension/AIR-03.3");
  await expect(official.getByText("延期申请须在完成时限届满前提出")).toBeVisible();
});
