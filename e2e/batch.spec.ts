import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { withdrawSubmission } from "@/db/mutations/submissions/submissions";
import { readCast, readOpenSubmission } from "@/db/seed/demo-reads";
import { currentTime } from "@/lib/clock";
import { expectFitForAll, signIn, test } from "./fixtures";
import { handOver, leave, sendReport } from "./stage";

const codes = ["CEN-05.1", "CEN-05.2", "CEN-05.3"];

test.beforeAll(async () => {
  for (const code of codes) {
    await handOver({ code, due: 90 });
    await sendReport(code, 10);
  }
});
test.afterAll(leave);

test("批量同意三份报告，其中一份刚被撤回：两份生效，一份说明原因并保持选中", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const head = await signIn(browser, "agriculture-head");
  const boxes = codes.map((code) => head.getByRole("checkbox", { name: new RegExp(code) }));
  for (const box of boxes) await box.check();
  await expectFitForAll(head);

  const [official, open] = [
    (await readCast()).get("agriculture-official"),
    await readOpenSubmission("CEN-05.2"),
  ];
  if (!official || !open) throw new Error("The scene is not set");
  const withdrawal = { key: randomUUID(), submissionId: open.id, version: open.version };
  await withdrawSubmission(official, withdrawal, await currentTime());

  await head.getByRole("button", { name: "同意所选 3 项" }).click();
  await expect(head.getByText("将同意 3 项报送材料")).toBeVisible();
  await head.getByRole("button", { name: "确认同意 3 项" }).click();
  await expect(head.getByText("已同意 2 项。")).toBeVisible();
  await expect(head.getByText("有 1 项没有生效（仍待审核的保持选中）：")).toBeVisible();
  await expect(head.getByText(/CEN-05.2.*草稿/).first()).toBeVisible();
});
