import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, refusalFor } from "./permissions";

const supervisor = person("supervisor", "inspection-office");
const report = { ...task, departmentId: "ecology", submissionKind: "completion" } as const;

test("a supervisor sees every task, chases, verifies and reopens it, whoever handled it before", () => {
  expect(can(supervisor, "task.view", { leadDepartmentId: null })).toBe(true);
  for (const permission of [
    "task.view",
    "task.chase",
    "task.strike_off",
    "task.reopen",
    "letter.read",
    "letter.erase",
  ] as const)
    expect([permission, can(supervisor, permission, task)]).toEqual([permission, true]);
});

test("a supervisor reviews reports of every unit once they are sent, and sees no drafts", () => {
  expect(can(supervisor, "submission.decide", report)).toBe(true);
  expect(can(supervisor, "submission.view", { ...report, submitted: true })).toBe(true);
  expect(refusalFor(supervisor, "submission.view", { ...report, submitted: false })).toEqual({
    code: "other_unit",
  });
});

test("a supervisor never writes a report, receives, splits, assigns or reads the log", () => {
  for (const permission of [
    "submission.write",
    "task.receive",
    "task.split",
    "task.assign",
    "chase.answer",
    "plan.configure",
    "audit.view",
  ] as const)
    expect(refusalFor(supervisor, permission, task)).toEqual({ code: "not_allowed" });
});
