import { expect, test } from "vitest";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import { sameContent } from "./content";

const extension = { newDueOn: null, reason: "汛期影响", progress: "" };
const content: TypedContent = { kind: "extension", content: extension };

test("the order of keys tells nothing", () => {
  const { reason, ...rest } = extension;
  expect(sameContent(content, { kind: "extension", content: { reason, ...rest } })).toBe(true);
});

test("another word, another kind or another field is not the same", () => {
  const changed = { ...extension, newDueOn: "2024-12-31" };
  expect(sameContent(content, { kind: "extension", content: changed })).toBe(false);
  const report = { progress: "", problems: "", nextSteps: "", percent: null, noNews: false };
  const period = { periodStart: "2024-05-01", periodEnd: "2024-05-31" };
  const progress: TypedContent = { kind: "progress", content: { ...report, ...period } };
  expect(sameContent(progress, { ...progress, kind: "completion" })).toBe(false);
  expect(sameContent(content, progress)).toBe(false);
});
