import { expect, test } from "vitest";
import { submissionKinds } from "@/lib/domain/kinds";
import {
  type AdjustmentContent,
  contentSchemas,
  type ExtensionContent,
  type ReportContent,
} from "./contents";

const letterId = "0f6b1c9e-52a4-4c58-9d3e-1f2a3b4c5d6e";
const report: ReportContent = {
  progress: "已完成三项。",
  problems: "",
  nextSteps: "按季调度。",
  percent: 30,
  periodStart: "2024-04-01",
  periodEnd: "2024-06-30",
  noNews: false,
};
const extension: ExtensionContent = {
  newDueOn: "2025-01-31",
  reason: "汛期停工",
  progress: "已完成八成。",
};
const adjustment: AdjustmentContent = {
  change: "suspend",
  reason: "等待上级文件",
  leadId: null,
  scope: "",
};
const whole = {
  progress: report,
  completion: report,
  contribution: report,
  extension,
  adjustment,
  objection: { reason: "不属本单位职责", suggestedLeadId: null },
  answer: { letterId, question: "何时完工", answer: "年底前完工。", corrected: false },
};
const empty = {
  progress: { ...report, progress: "", nextSteps: "", percent: null },
  completion: { ...report, progress: "", nextSteps: "", percent: null },
  contribution: { ...report, progress: "", nextSteps: "", percent: null },
  extension: { newDueOn: null, reason: "", progress: "" },
  adjustment: { ...adjustment, reason: "" },
  objection: { reason: "", suggestedLeadId: null },
  answer: { letterId, question: "", answer: "", corrected: false },
};
const missing = (kind: (typeof submissionKinds)[number], content: unknown) =>
  contentSchemas[kind].sent
    .safeParse(content)
    .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

test.each(submissionKinds)("%s: a draft may be unfinished, what is sent must be whole", (kind) => {
  expect(contentSchemas[kind].draft.safeParse(empty[kind]).success).toBe(true);
  expect(contentSchemas[kind].sent.safeParse(whole[kind]).success).toBe(true);
  expect(missing(kind, empty[kind])).not.toBeUndefined();
});

test.each(submissionKinds)("%s takes nothing it does not know", (kind) => {
  const more = { ...whole[kind], status: "approved" };
  expect(contentSchemas[kind].draft.safeParse(more).success).toBe(false);
  expect(contentSchemas[kind].sent.safeParse(more).success).toBe(false);
});

test("each missing field is named", () => {
  expect(missing("progress", empty.progress)).toEqual([
    "progress: progress_required",
    "nextSteps: next_steps_required",
  ]);
  expect(missing("progress", { ...report, nextSteps: " " })).toEqual([
    "nextSteps: next_steps_required",
  ]);
  expect(missing("extension", empty.extension)).toEqual([
    "newDueOn: date_required",
    "reason: reason_required",
    "progress: progress_required",
  ]);
  expect(missing("adjustment", empty.adjustment)).toEqual(["reason: reason_required"]);
  expect(missing("objection", empty.objection)).toEqual(["reason: reason_required"]);
});

test("本期无新进展 says why, and needs no next steps", () => {
  const none = { ...report, noNews: true, nextSteps: "" };
  expect(missing("progress", { ...none, progress: "等待批复" })).toBeUndefined();
  expect(missing("progress", { ...none, progress: " " })).toEqual(["progress: progress_required"]);
});

test("a percentage is a whole number from 0 to 100, or none", () => {
  for (const percent of [-1, 101, 0.5, "30"])
    expect(contentSchemas.progress.draft.safeParse({ ...report, percent }).success).toBe(false);
  for (const percent of [0, 100, null])
    expect(contentSchemas.progress.draft.safeParse({ ...report, percent }).success).toBe(true);
});

test("a day that is none is refused", () => {
  for (const newDueOn of ["2024-02-30", "2024-13-01", "20240601", "明天"])
    expect(contentSchemas.extension.draft.safeParse({ ...extension, newDueOn }).success).toBe(
      false,
    );
});
