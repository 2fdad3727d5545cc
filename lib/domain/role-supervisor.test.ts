import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, refusalFor } from "./permissions";

const supervisor = person("supervisor", "inspection-office");

test("a supervisor sees every task", () => {
  expect(can(supervisor, "task.view", task)).toBe(true);
  expect(can(supervisor, "task.view", { leadDepartmentId: null })).toBe(true);
});

test("a supervisor reviews reports of every unit once they are sent, and sees no drafts", () => {
  expect(can(supervisor, "submission.decide", task)).toBe(true);
  expect(can(supervisor, "submission.view", { ...task, submitted: true })).toBe(true);
  expect(refusalFor(supervisor, "submission.view", { ...task, submitted: false })).toEqual({
    code: "other_unit",
  });
});

test("a supervisor never writes a report, receives, assigns or reads the log", () => {
  for (const permission of [
    "submission.write",
    "task.receive",
    "task.assign",
    "audit.view",
  ] as const)
    expect(refusalFor(supervisor, permission, task)).toEqual({ code: "not_allowed" });
});
