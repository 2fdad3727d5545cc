import { expect, test } from "vitest";
import { mostTyped } from "@/lib/domain/letters/letters";
import { type DecisionInput, submitSchema } from "@/lib/domain/submissions/inputs";
import { textLimits } from "@/lib/domain/texts";
import { bodyLimitOf } from "./body-limits";

const id = "3f1c1c1e-8f0b-4a53-9d5a-0c8f3d1e2a4b";
const longest = (length: number) => "\u0001".repeat(length);
const action = { method: "POST", url: "/reports/AIR-01", headers: { "next-action": "00" } };
const bytesOf = (input: unknown) => Buffer.byteLength(JSON.stringify([input]));

test("the longest report fits, however its text is spelled", () => {
  const report = {
    ...({ kind: "progress", code: "AIR-10.1", version: 2_147_483_647, key: id } as const),
    content: {
      progress: longest(textLimits.progress),
      problems: longest(textLimits.problems),
      nextSteps: longest(textLimits.nextSteps),
      ...{ percent: 100, periodStart: "2024-06-01", periodEnd: "2024-06-30", noNews: false },
    },
  };
  expect(submitSchema.safeParse(report).success).toBe(true);
  expect(bytesOf(report)).toBeLessThan(bodyLimitOf(action) / 1.5);
});

test("so do fifty approvals at once", () => {
  const approval: DecisionInput = {
    ...{ key: id, submissionId: id, revisionId: id, contentHash: "a".repeat(64) },
    ...{ version: 2_147_483_647, decision: "approve", reason: "" },
  };
  expect(bytesOf(Array(50).fill(approval))).toBeLessThan(bodyLimitOf(action) / 2);
});

test("and all that may be typed into a letter twice, with what is around it", () => {
  const letter = Buffer.byteLength("测".repeat(mostTyped));
  const form = { method: "POST", url: "/letters/new?task=AIR-01", headers: {} };
  expect(2 * letter + 8 * 1024).toBeLessThan(bodyLimitOf(form));
});

test("where it goes decides, not how it is written", () => {
  const to = (method: string, url: string) => bodyLimitOf({ method, url, headers: {} });
  expect(to("POST", "/api/evidence?x=1")).toBe(20 * 1024 * 1024);
  for (const url of ["//api/evidence", "/api/evidence/", "/API/evidence", "/en/api/evidence"])
    expect([url, to("POST", url) <= 4096]).toEqual([url, true]);
  for (const method of ["GET", "HEAD", "DELETE", "OPTIONS"])
    expect([method, to(method, "/api/evidence")]).toEqual([method, 0]);
});
