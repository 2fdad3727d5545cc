import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, type Permission, permissions, refusalFor } from "./permissions";

// The admin's own unit leads the task here: it makes no difference.
const admin = person("admin", "ecology");

test("an admin sees and assigns every task, keeps plans and delegations", () => {
  for (const permission of [
    "task.view",
    "task.assign",
    "plan.configure",
    "delegation.grant",
    "comment.write",
  ] as const)
    expect([permission, can(admin, permission, task)]).toEqual([permission, true]);
});

test("an admin decides on objections, and sees no other submission (裁定)", () => {
  const sent = { ...task, departmentId: "ecology", submitted: true };
  expect(can(admin, "submission.decide", { ...sent, submissionKind: "objection" })).toBe(true);
  expect(can(admin, "submission.view", { ...sent, submissionKind: "objection" })).toBe(true);
  for (const submissionKind of ["progress", "completion", "extension", "contribution"] as const)
    expect(can(admin, "submission.view", { ...sent, submissionKind })).toBe(false);
  const unsent = { ...sent, submissionKind: "objection", submitted: false } as const;
  expect(can(admin, "submission.view", unsent)).toBe(false);
});

test("an admin takes no part in the business: no report, no receipt, no strike-off (GB/T 22239 8.1.4.2 d)", () => {
  const others: Permission[] = [
    "task.receive",
    "task.split",
    "task.strike_off",
    "task.reopen",
    "task.chase",
    "chase.answer",
    "submission.write",
    "letter.read",
    "letter.erase",
    "audit.view",
  ];
  for (const permission of others)
    expect(refusalFor(admin, permission, task)).toEqual({ code: "not_allowed" });
  expect(Object.keys(permissions)).toEqual(expect.arrayContaining(others));
});
