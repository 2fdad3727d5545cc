import { expect, test } from "vitest";
import { person } from "./people.fixture";
import { can, leadsWithin, mayHold, refusalFor } from "./permissions";
import type { Role } from "./roles";

const bound = (role: Role) => ({
  ...person(role, "city-office"),
  branchIds: ["city", "city-ecology"],
});
const led = { leadDepartmentId: "city-ecology", cooperatingIds: ["housing"] };
const helped = { leadDepartmentId: "ecology", cooperatingIds: ["city"] };
const foreign = { leadDepartmentId: "ecology", cooperatingIds: ["housing"] };
const code = (
  role: Role,
  ...rest: Parameters<typeof refusalFor> extends [unknown, ...infer R] ? R : never
) => refusalFor(bound(role), ...rest)?.code ?? null;

test("whoever is bound to a branch sees what it leads or helps in, and nothing else is there", () => {
  for (const role of ["supervisor", "director", "leader", "system_admin"] as const) {
    expect(code(role, "task.view", led)).toBeNull();
    expect(code(role, "task.view", helped)).toBeNull();
    expect(code(role, "task.view", foreign)).toBe("not_found");
    expect(code(role, "task.view", { leadDepartmentId: null })).toBe("not_found");
  }
});

test("and acts on what it leads", () => {
  for (const permission of [
    "task.chase",
    "task.strike_off",
    "task.reopen",
    "submission.decide",
    "submission.release",
    "letter.erase",
    "escalation.acknowledge",
  ] as const) {
    expect([permission, code("director", permission, led)]).toEqual([permission, null]);
    expect([permission, code("director", permission, helped)]).toEqual([permission, "other_unit"]);
    expect([permission, code("director", permission, foreign)]).toEqual([permission, "not_found"]);
  }
  expect(code("system_admin", "task.assign", helped)).toBe("other_unit");
});

test("what reaches over every branch is for nobody who is bound to one", () => {
  expect(can(bound("director"), "plan.configure")).toBe(false);
  expect(mayHold(bound("director"), "plan.configure")).toBe(false);
  expect(mayHold(person("director"), "plan.configure")).toBe(true);
});

test("whoever is bound to none reaches everything, what nobody leads yet too", () => {
  expect(leadsWithin({ branchIds: null }, { leadDepartmentId: null })).toBe(true);
  expect(leadsWithin({ branchIds: ["city"] }, { leadDepartmentId: null })).toBe(false);
});
