import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, mayHold, refusalFor } from "./permissions";

const own = person("head", "ecology");
const cooperating = person("head", "housing");
const countersigning = person("head", "energy");
const report = {
  ...task,
  departmentId: "ecology",
  submissionKind: "progress",
  submitted: true,
} as const;

test("a head sees, receives, splits and reports as an official of the unit does", () => {
  expect(can(own, "task.view", task)).toBe(true);
  expect(can(own, "task.receive", task)).toBe(true);
  expect(can(own, "task.split", task)).toBe(true);
  expect(can(own, "submission.write", task)).toBe(true);
  expect(can(own, "submission.view", { ...report, submitted: false })).toBe(true);
});

test("a head signs what the own unit wrote, also its part of another's task", () => {
  expect(can(own, "submission.decide", report)).toBe(true);
  const part = { ...report, departmentId: "housing", submissionKind: "contribution" } as const;
  expect(can(cooperating, "submission.decide", part)).toBe(true);
  expect(refusalFor(own, "submission.decide", part)).toEqual({ code: "other_unit" });
});

test("a head of another unit, even a cooperating one, signs nothing here", () => {
  expect(refusalFor(cooperating, "submission.decide", report)).toEqual({ code: "other_unit" });
  expect(refusalFor(cooperating, "submission.view", report)).toEqual({ code: "other_unit" });
});

test("a head whom the plan asks to countersign sees what was sent, and decides (会签)", () => {
  const asked = { ...report, countersignIds: ["energy"] };
  expect(can(countersigning, "task.view", asked)).toBe(true);
  expect(can(countersigning, "submission.view", asked)).toBe(true);
  expect(can(countersigning, "submission.decide", asked)).toBe(true);
  expect(can(countersigning, "submission.view", { ...asked, submitted: false })).toBe(false);
  expect(can(countersigning, "submission.write", asked)).toBe(false);
});

test("a head never assigns tasks, verifies them done or reads the log", () => {
  for (const permission of [
    "task.assign",
    "task.strike_off",
    "task.chase",
    "letter.erase",
    "audit.view",
  ] as const)
    expect(refusalFor(own, permission, task)).toEqual({ code: "not_allowed" });
});

test("a head lends the right to decide, and a deputy could hold it", () => {
  expect(can(own, "delegation.grant")).toBe(true);
  const deputy = { ...person("official"), standsInFor: [own] };
  expect(mayHold(deputy, "submission.decide")).toBe(true);
  expect(mayHold(deputy, "delegation.grant")).toBe(false);
  expect(mayHold(person("official"), "submission.decide")).toBe(false);
});
