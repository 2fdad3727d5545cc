import { expect, test } from "vitest";
import type { ReportKind } from "@/lib/domain/kinds";
import type { ReportContent } from "./contents";
import { type ReportingTask, reportRefusal, unchangedPercent } from "./reports";

const leaf: ReportingTask = {
  hasChildren: false,
  hasOpenChildren: false,
  cycle: "quarterly",
  startedOn: "2024-04-03",
  lastPercent: 20,
  lastSaid: null,
  evidenceRequired: false,
  evidenceCount: 0,
};
const content: ReportContent = {
  progress: "已制定工作清单。",
  problems: "",
  nextSteps: "按季调度。",
  percent: 30,
  periodStart: "2024-04-01",
  periodEnd: "2024-06-30",
  noNews: false,
};
const today = "2024-06-12";
const refused = (changes: Partial<ReportContent>, task = leaf, kind: ReportKind = "progress") =>
  reportRefusal(kind, { ...content, ...changes }, task, today)?.code;

test("a complete report for an open period may be sent", () => {
  expect(refused({})).toBeUndefined();
});

test("a leaf needs a percentage, and a parent's is rolled up", () => {
  const parent = { ...leaf, hasChildren: true, hasOpenChildren: true };
  expect(refused({ percent: null })).toBe("percent_required");
  expect(refused({}, parent)).toBe("percent_rolled_up");
  expect(refused({ percent: null }, parent)).toBeUndefined();
});

test("办结 means 100, and every sub-task done first", () => {
  expect(refused({ percent: 99 }, leaf, "completion")).toBe("percent_required");
  expect(refused({ percent: 100 }, leaf, "completion")).toBeUndefined();
  const parent = { ...leaf, hasChildren: true, hasOpenChildren: true };
  expect(refused({ percent: null }, parent, "completion")).toBe("children_open");
  expect(
    refused({ percent: null }, { ...parent, hasOpenChildren: false }, "completion"),
  ).toBeUndefined();
});

test("办结 comes with evidence where the plan asks for it", () => {
  const demanding = { ...leaf, evidenceRequired: true };
  expect(refused({ percent: 100 }, demanding, "completion")).toBe("evidence_required");
  expect(
    refused({ percent: 100 }, { ...demanding, evidenceCount: 1 }, "completion"),
  ).toBeUndefined();
  expect(refused({}, demanding)).toBeUndefined();
});

test("本期无新进展 keeps the percentage, and is for progress only", () => {
  expect(refused({ noNews: true, percent: 20 })).toBeUndefined();
  expect(refused({ noNews: true, percent: 21 })).toBe("percent_changed");
  expect(refused({ noNews: true, percent: 100 }, leaf, "completion")).toBe("invalid_input");
  const first = { ...leaf, lastPercent: null };
  expect(unchangedPercent(first)).toBe(0);
  expect(refused({ noNews: true, percent: 0 }, first)).toBeUndefined();
  const parent = { ...first, hasChildren: true };
  expect(refused({ noNews: true, percent: null }, parent)).toBeUndefined();
});

test("what only repeats the last report is refused: 本期无新进展 says that", () => {
  const { progress, problems, nextSteps } = content;
  const told = { ...leaf, lastSaid: { progress: ` ${progress}\n`, problems, nextSteps } };
  expect(refused({ percent: 20 }, told)).toBe("report_repeated");
  expect(refused({ percent: 20, noNews: true }, told)).toBeUndefined();
  for (const news of [{ percent: 21 }, { problems: "缺少设备。" }, { nextSteps: "按月调度。" }])
    expect(refused({ percent: 20, ...news }, told)).toBeUndefined();
  expect(refused({ percent: 100 }, { ...told, lastPercent: 100 }, "completion")).toBeUndefined();
  const whole = { ...told, hasChildren: true, lastPercent: null };
  expect(refused({ percent: null }, whole)).toBe("report_repeated");
});

test("a cooperating unit gives no percentage, whatever the sub-tasks", () => {
  const parent = { ...leaf, hasChildren: true, hasOpenChildren: true };
  expect(refused({ percent: null }, leaf, "contribution")).toBeUndefined();
  expect(refused({ percent: null }, parent, "contribution")).toBeUndefined();
  expect(refused({ percent: 30 }, leaf, "contribution")).toBe("invalid_input");
});

test("a period is one of those on offer", () => {
  expect(refused({ periodStart: "2024-07-01", periodEnd: "2024-09-30" })).toBe(
    "period_not_offered",
  );
  expect(refused({ periodStart: "2024-04-01", periodEnd: "2024-05-31" })).toBe(
    "period_not_offered",
  );
});

test("without a cycle a draft some days old keeps its period, and no period ends tomorrow", () => {
  const free = { ...leaf, cycle: "none" as const };
  expect(refused({ periodStart: "2024-04-03", periodEnd: "2024-06-10" }, free)).toBeUndefined();
  expect(refused({ periodStart: "2024-04-03", periodEnd: "2024-06-13" }, free)).toBe(
    "period_not_offered",
  );
});

test("text that may not become public names its field", () => {
  const found = reportRefusal("progress", { ...content, problems: "电话13800138000" }, leaf, today);
  expect(found).toMatchObject({ code: "personal_data", field: "problems" });
});
