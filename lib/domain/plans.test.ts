import { expect, test } from "vitest";
import { defaultReminderPolicy } from "@/lib/domain/chasing/reminder-policy";
import { defaultReviewSteps } from "@/lib/domain/submissions/submission-kinds";
import {
  changedSettings,
  type PlanSettings,
  planSettingsRefusal,
  planSettingsSchema,
} from "./plans";

const unit = "5d3f6c1e-3f0e-4a53-9b8f-0d9a3e6c7b11";
const settings = planSettingsSchema.parse({
  reviewSteps: defaultReviewSteps,
  receiptWorkdays: 2,
  objectionWorkdays: 3,
  evidenceRequired: false,
  releaseCheck: false,
  answerWorkdays: 15,
  dueSoonDays: 7,
  behindPoints: 10,
  farBehindPoints: 30,
  reminders: defaultReminderPolicy,
});
const headless = "7d3f6c1e-3f0e-4a53-9b8f-0d9a3e6c7b11";
const people = (heads: number) => ({
  units: new Map([
    [unit, { name: "省能源局", heads }],
    [headless, { name: "省交通运输厅", heads: 0 }],
  ]),
  supervisors: 2,
});
const refused = (changes: Partial<PlanSettings>, heads = 1) =>
  planSettingsRefusal({ ...settings, ...changes }, people(heads));
const codeOf = (changes: Partial<PlanSettings>) => refused(changes)?.code ?? "fine";

test("what a plan starts with is fine", () => {
  expect(codeOf({})).toBe("fine");
});

test("the last word is not the writing unit's own, and nobody signs twice", () => {
  const [head, supervisor] = settings.reviewSteps;
  if (!head || !supervisor) throw new Error("The default has two steps");
  const countersign = { by: "countersign" as const, departmentId: unit, workdays: 3 };
  expect(codeOf({ reviewSteps: [supervisor, head] })).toBe("last_step_by_head");
  expect(codeOf({ reviewSteps: [head, head, supervisor] })).toBe("step_twice");
  expect(codeOf({ reviewSteps: [head, countersign, countersign] })).toBe("step_twice");
  expect(codeOf({ reviewSteps: [head, supervisor, supervisor] })).toBe("fine");
  expect(codeOf({ reviewSteps: [head, supervisor, countersign] })).toBe("fine");
  expect(refused({ reviewSteps: [supervisor, supervisor, supervisor] })).toMatchObject({
    code: "too_few_supervisors",
    params: { supervisors: 2 },
  });
});

test("会签 names a unit that has a head to sign", () => {
  const step = { by: "countersign" as const, workdays: 3 };
  expect(codeOf({ reviewSteps: [step] })).toBe("step_unit_required");
  expect(refused({ reviewSteps: [{ ...step, departmentId: headless }] })).toMatchObject({
    code: "steps_without_reviewer",
    params: { unit: "省交通运输厅" },
  });
  const unknown = "9d3f6c1e-3f0e-4a53-9b8f-0d9a3e6c7b11";
  expect(codeOf({ reviewSteps: [{ ...step, departmentId: unknown }] })).toBe("unit_unknown");
});

test("a unit whose head signs and has the last word too needs two, or a supervisor beside it", () => {
  const head = { by: "head" as const, workdays: 2 };
  const countersign = { by: "countersign" as const, departmentId: unit, workdays: 3 };
  const supervisor = { by: "supervisor" as const, workdays: 5 };
  expect(refused({ reviewSteps: [head, countersign] })).toMatchObject({
    code: "too_few_heads",
    params: { unit: "省能源局", asked: 2, heads: 1 },
  });
  expect(refused({ reviewSteps: [head, countersign] }, 2)).toBeNull();
  expect(refused({ reviewSteps: [head, countersign, supervisor] })).toBeNull();
});

test("far behind is further than behind, and the levels rise", () => {
  expect(codeOf({ farBehindPoints: 10 })).toBe("far_behind_not_further");
  const escalation = [
    { level: "head" as const, workdays: 9 },
    { level: "office" as const, workdays: 3 },
  ];
  expect(codeOf({ reminders: { ...settings.reminders, escalation } })).toBe(
    "escalation_levels_fall",
  );
});

test("a limit is between one and sixty working days", () => {
  for (const receiptWorkdays of [0, 61, 1.5])
    expect(planSettingsSchema.safeParse({ ...settings, receiptWorkdays }).success).toBe(false);
  expect(planSettingsSchema.safeParse({ ...settings, reviewSteps: [] }).success).toBe(false);
});

test("only what differs is said to have changed", () => {
  expect(changedSettings(settings, { ...settings, dueSoonDays: 5 })).toEqual(["dueSoonDays"]);
  expect(changedSettings(settings, structuredClone(settings))).toEqual([]);
});
