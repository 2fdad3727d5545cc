import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, refusalFor } from "./permissions";

// The admin's own unit leads the task here: it makes no difference.
const admin = person("admin", "ecology");

test("an admin sees and assigns every task", () => {
  expect(can(admin, "task.view", task)).toBe(true);
  expect(can(admin, "task.assign", task)).toBe(true);
});

test("an admin takes no part in the business: no report, no receipt, no decision (GB/T 22239 8.1.4.2 d)", () => {
  for (const permission of [
    "task.receive",
    "submission.write",
    "submission.decide",
    "submission.view",
    "audit.view",
  ] as const)
    expect(refusalFor(admin, permission, { ...task, submitted: true })).toEqual({
      code: "not_allowed",
    });
});
