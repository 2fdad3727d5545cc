import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, type Permission, permissions, refusalFor } from "./permissions";

// The administrator's own unit leads the task here: it makes no difference.
const admin = person("system_admin", "ecology");

test("the system administrator sees and assigns every task, talks about it and watches the system", () => {
  for (const permission of ["task.view", "task.assign", "comment.write", "system.watch"] as const)
    expect([permission, can(admin, permission, task)]).toEqual([permission, true]);
});

test("the system administrator sees no submission and no letter, an objection neither", () => {
  const sent = { ...task, departmentId: "ecology", submitted: true };
  for (const submissionKind of ["progress", "completion", "objection", "contribution"] as const)
    expect(can(admin, "submission.view", { ...sent, submissionKind })).toBe(false);
  expect(can(admin, "letter.read", task)).toBe(false);
});

test("the system administrator takes no part in the business and grants no right (GB/T 22239 8.1.4.2 d)", () => {
  const others: Permission[] = [
    "task.receive",
    "task.split",
    "task.strike_off",
    "task.reopen",
    "task.chase",
    "chase.answer",
    "escalation.acknowledge",
    "submission.write",
    "submission.decide",
    "submission.release",
    "letter.erase",
    "plan.configure",
    "delegation.grant",
    "audit.view",
  ];
  for (const permission of others)
    expect(refusalFor(admin, permission, task)).toEqual({ code: "not_allowed" });
  expect(Object.keys(permissions)).toEqual(expect.arrayContaining(others));
});
