import { expect, test } from "vitest";
import { isAccountWithin } from "./granting";
import { person } from "./people.fixture";
import { can, isWithin, mayHold, refusalFor } from "./permissions";
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
  expect(isWithin({ branchIds: null }, null)).toBe(true);
  expect(isWithin({ branchIds: ["city"] }, null)).toBe(false);
});

test("whoever keeps units and accounts keeps those of the branch, and the rest is not there", () => {
  for (const [role, permission] of [
    ["system_admin", "unit.manage"],
    ["system_admin", "account.manage"],
    ["system_admin", "start_link.issue"],
    ["security_admin", "role.grant"],
    ["security_admin", "sign_in.manage"],
    ["security_admin", "start_link.issue"],
  ] as const) {
    expect([permission, code(role, permission, { unitId: "city" })]).toEqual([permission, null]);
    for (const unitId of ["ecology", null, undefined])
      expect([permission, code(role, permission, { unitId })]).toEqual([permission, "not_found"]);
    expect(mayHold(bound(role), permission)).toBe(true);
  }
});

test("an account of the branch whose rights reach beyond it is not the branch's to keep", () => {
  const who = { branchIds: ["city", "city-ecology"] };
  const account = { departmentId: "city", branchId: null, isGranted: true } as const;
  const within = (changes: Partial<Parameters<typeof isAccountWithin>[1]>) =>
    isAccountWithin(who, { ...account, role: "director", ...changes });
  expect(within({ role: "official" })).toBe(true);
  expect(within({ role: "official", departmentId: "ecology" })).toBe(false);
  expect(within({})).toBe(false);
  expect(within({ role: "auditor" })).toBe(false);
  expect(within({ branchId: "city-ecology" })).toBe(true);
  expect(within({ branchId: "province" })).toBe(false);
  // What nobody has granted yet reaches nothing.
  expect(within({ isGranted: false })).toBe(true);
  expect(isAccountWithin({ branchIds: null }, { ...account, role: "director" })).toBe(true);
});
