import { expect, test } from "vitest";
import { saveDraftSchema, submitSchema } from "./inputs";

const id = "6e2f8f0a-3c4d-4b5e-8f6a-7b8c9d0e1f2a";
const content = {
  progress: "",
  problems: "",
  nextSteps: "",
  percent: null,
  periodStart: "2024-04-01",
  periodEnd: "2024-06-30",
  noNews: false,
};
const draft = { kind: "progress", code: "AIR-10.1", version: null, content } as const;

test("a NUL and half an emoji are dropped, a whole one and the rest of the text stay", () => {
  const progress = `已完成\0\ud83d三项😀`;
  const parsed = saveDraftSchema.parse({ ...draft, content: { ...content, progress } });
  expect(parsed.content).toMatchObject({ progress: "已完成三项😀" });
});

test("a draft has no key and may be unfinished; what is sent has one and may not", () => {
  expect(saveDraftSchema.safeParse(draft).success).toBe(true);
  expect(saveDraftSchema.safeParse({ ...draft, key: id }).success).toBe(false);
  expect(submitSchema.safeParse({ ...draft, key: id }).success).toBe(false);
  const whole = { ...content, progress: "已完成三项。", nextSteps: "按季调度。" };
  expect(submitSchema.safeParse({ ...draft, key: id, content: whole }).success).toBe(true);
  expect(submitSchema.safeParse({ ...draft, content: whole }).success).toBe(false);
});

test("the content is of its kind: an extension's does not pass for a report", () => {
  const extension = { newDueOn: "2025-01-31", reason: "汛期停工", progress: "已完成八成。" };
  const input = { ...draft, key: id, content: extension };
  expect(submitSchema.safeParse(input).success).toBe(false);
  expect(submitSchema.safeParse({ ...input, kind: "extension" }).success).toBe(true);
  expect(submitSchema.safeParse({ ...input, kind: "approval" }).success).toBe(false);
});

test("no input sets a status: nobody is asked for one", () => {
  expect(saveDraftSchema.safeParse({ ...draft, status: "approved" }).success).toBe(false);
});
