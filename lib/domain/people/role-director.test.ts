import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, refusalFor } from "./permissions";

const director = person("director", "inspection-office");

test("the director of the inspection office sees everything of supervision, and does what a supervisor does", () => {
  expect(can(director, "task.view", { leadDepartmentId: null })).toBe(true);
  for (const permission of [
    "task.chase",
    "task.strike_off",
    "task.reopen",
    "submission.release",
    "letter.read",
    "letter.erase",
    "delegation.grant",
  ] as const)
    expect([permission, can(director, permission, task)]).toEqual([permission, true]);
});

test("the director rules on objections and sets how a plan is reviewed, which the administrator does not", () => {
  const objection = {
    ...task,
    departmentId: "ecology",
    submissionKind: "objection",
    submitted: true,
  } as const;
  expect(can(director, "submission.view", objection)).toBe(true);
  expect(can(director, "submission.decide", objection)).toBe(true);
  expect(can(director, "plan.configure")).toBe(true);
  expect(can(director, "notification.word")).toBe(true);
  expect(can(director, "submission.view", { ...objection, submitted: false })).toBe(false);
});

test("the director neither assigns nor reports, grants no role and reads no log", () => {
  for (const permission of [
    "task.assign",
    "task.receive",
    "task.split",
    "submission.write",
    "chase.answer",
    "audit.view",
  ] as const)
    expect(refusalFor(director, permission, task)).toEqual({ code: "not_allowed" });
});
