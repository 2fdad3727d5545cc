import { expect } from "@playwright/test";
import { currentDay } from "@/lib/clock";
import { addDays } from "@/lib/domain/calendar/days";
import { expectFitForAll, signIn, test } from "./fixtures";
import { handOver, leave, sendReport } from "./stage";

const code = "CEN-04.4";

test.beforeAll(async () => {
  for (const each of [code, "CEN-04.9"]) await handOver({ code: each, due: 60 });
  await sendReport(code, 20);
});
test.afterAll(leave);

test("负责人外出，授权本单位同事代签，留痕写明谁代谁，到期前可收回", async ({ browser }) => {
  test.setTimeout(120_000);
  const today = await currentDay();

  const head = await signIn(browser, "ecology-head");
  await test.step("负责人授权代签", async () => {
    await head.goto("/account");
    const deputies = head.getByLabel("代签人");
    const colleague = deputies.locator("option", { hasText: "卜念慈" });
    await deputies.selectOption(await colleague.getAttribute("value"));
    await head.getByLabel("截止日（含）").fill(addDays(today, 3));
    await head.getByLabel("事由").fill("外出学习");
    await expectFitForAll(head);
    await head.getByRole("button", { name: "确认授权" }).click();
    await expect(head.getByText("已授权，到起始日自动生效。")).toBeVisible();
  });

  const deputy = await signIn(browser, "ecology-official-2");
  await test.step("代签人在待办里看到，并以负责人名义同意", async () => {
    await deputy
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: "审核" })
      .first()
      .click();
    await expect(deputy.getByText("您代柏知秋审签")).toBeVisible();
    await expectFitForAll(deputy);
    await deputy.getByRole("button", { name: "同意", exact: true }).click();
    await expect(deputy).toHaveURL(/\/inbox/);
    await deputy.goto(`/work/${code}`);
    await expect(deputy.getByText("代柏知秋同意了进展报告")).toBeVisible();
  });

  await test.step("负责人提前收回授权，代签随即失效", async () => {
    await sendReport("CEN-04.9", 10);
    await deputy.goto("/inbox");
    await expect(deputy.getByRole("listitem").filter({ hasText: "CEN-04.9" })).toContainText(
      "审核",
    );
    await head.reload();
    await head
      .getByRole("button", { name: /提前结束/ })
      .first()
      .click();
    await expect(head.getByText("（ecology-official-2）代签")).toHaveCount(0);
    await deputy.reload();
    await expect(
      deputy
        .getByRole("listitem")
        .filter({ hasText: "CEN-04.9" })
        .getByRole("link", { name: "审核", exact: true }),
    ).toHaveCount(0);
  });
});
