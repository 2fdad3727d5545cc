import { expect, test } from "vitest";
import type { Written } from "@/lib/domain/submissions/contents";
import { sameWritten } from "./content";

const extension = { newDueOn: null, reason: "汛期影响", progress: "" };
const written: Written = { kind: "extension", content: extension };

test("the order of keys tells nothing", () => {
  const { reason, ...rest } = extension;
  expect(sameWritten(written, { kind: "extension", content: { reason, ...rest } })).toBe(true);
});

test("another word, another kind or another field is not the same", () => {
  const changed = { ...extension, newDueOn: "2024-12-31" };
  expect(sameWritten(written, { kind: "extension", content: changed })).toBe(false);
  const report = { progress: "", problems: "", nextSteps: "", percent: null, noNews: false };
  const period = { periodStart: "2024-05-01", periodEnd: "2024-05-31" };
  const progress: Written = { kind: "progress", content: { ...report, ...period } };
  expect(sameWritten(progress, { ...progress, kind: "completion" })).toBe(false);
  expect(sameWritten(written, progress)).toBe(false);
});
