import { afterAll, beforeAll, expect, test } from "vitest";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { company, now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { reportForm } from "./report-form";
import { adjustmentForm, extensionForm, objectionForm } from "./request-form";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let official: Actor;

beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  official = actor("ecology-official");
});
afterAll(() => db.close());

const refusalOfExtension = async (code: string) =>
  (await extensionForm(official, code, now))?.refusal?.code;

test("an extension is refused before anybody types, and the rule is named", async () => {
  expect(await refusalOfExtension("AIR-03.3")).toBe("extension_late");
  expect(await refusalOfExtension("CEN-04.1")).toBe("extension_without_date");
  expect(await refusalOfExtension("AIR-05.1")).toBe("extension_at_parent");
  expect(await refusalOfExtension("AIR-01.1")).toBe("other_unit");
  expect(await extensionForm(official, "AIR-99", now)).toBeNull();
});

test("what is in review stays to be seen and taken back", async () => {
  const sent = await extensionForm(official, "AIR-02.3", new Date("2024-12-01T10:00:00+08:00"));
  expect(sent).toMatchObject({ refusal: null, open: { status: "in_review" } });
  expect(sent?.open?.transitions).toContain("withdraw");
});

test("a suspended task offers to be resumed or closed, and keeps its forms shut otherwise", async () => {
  const lead = actor("development-reform-official");
  const form = await adjustmentForm(lead, "CEN-02.6");
  expect(form).toMatchObject({ offered: ["resume", "cancel", "exempt"] });
  expect((await extensionForm(lead, "CEN-02.6", now))?.refusal?.code).toBe("task_suspended");
});

test("an objection counts its working days, and a draft outlives them", async () => {
  expect(await objectionForm(official, "AIR-09.1", now)).toMatchObject({
    endsOn: "2024-06-13",
    workdaysLeft: 1,
  });
  const content = { reason: "不属于本单位职责。", suggestedLeadId: null };
  const draft = { kind: "objection", code: "AIR-09.1", version: null, content } as const;
  await saveDraft(official, draft, now);
  const late = await objectionForm(official, "AIR-09.1", new Date("2024-06-14T10:00:00+08:00"));
  expect(late).toMatchObject({
    refusal: { code: "objection_late" },
    open: { content: { kind: "objection", content } },
  });
});

test("a report goes on from the last one, on the period that is due", async () => {
  const form = await reportForm(official, "AIR-07.3", "progress", new Date("2024-07-02T10:00:00Z"));
  expect(form).toMatchObject({ refusal: null, last: { percent: 42 }, dueStart: "2024-06-01" });
  const june = form?.periods?.find(({ start }) => start === "2024-06-01");
  expect(june).toMatchObject({ dueOn: "2024-07-05", isLate: false, isReported: false });
  const may = form?.periods?.find(({ start }) => start === "2024-05-01");
  expect(may).toMatchObject({ isReported: true });
});

test("a cooperating unit goes on from its own part, whatever the lead has published", async () => {
  const unit = actor("market-regulation-official");
  const part = await reportForm(unit, "AIR-05.4", "contribution", now);
  expect(part).toMatchObject({ refusal: null, last: { percent: null } });
  expect(part?.last?.progress).toContain("联合检查");
  const first = await reportForm(official, "AIR-01.1", "contribution", now);
  expect(first).toMatchObject({ refusal: null, last: null, open: null });
});
