import { expect, test } from "vitest";
import { bindRefusal, grantRefusal, type HeldAccount, isBoundable } from "./granting";
import { person } from "./people.fixture";
import { roles } from "./roles";

const grantor = person("security_admin", "office");
const bound = { ...grantor, branchIds: ["city", "city-ecology"] };
const waiting: HeldAccount = {
  id: "a",
  personId: "somebody",
  role: "official",
  departmentId: "city-ecology",
  branchId: null,
  isEnabled: true,
  isGranted: false,
  otherRoles: [],
};
const codeOf = (...args: Parameters<typeof grantRefusal>) => grantRefusal(...args)?.code ?? null;

test("a security administrator grants the role that an account waits for, or another", () => {
  expect(codeOf(grantor, waiting)).toBeNull();
  expect(codeOf(grantor, { ...waiting, isGranted: true }, "head")).toBeNull();
  expect(codeOf(grantor, { ...waiting, isGranted: true })).toBe("role_granted");
  for (const role of roles.filter((each) => each !== "security_admin"))
    expect([role, codeOf(person(role), waiting)]).toEqual([role, "not_allowed"]);
});

test("nobody grants a right to themselves, whichever of their accounts it is", () => {
  expect(codeOf(grantor, { ...waiting, personId: grantor.personId })).toBe("role_own");
});

test("a disabled account gets no role, and one that is not there is not found", () => {
  expect(codeOf(grantor, { ...waiting, isEnabled: false })).toBe("account_disabled");
  expect(codeOf(grantor, undefined)).toBe("not_found");
});

test("an administrator is nothing else, and no two of the three (GB/T 22239 8.1.5.1–3)", () => {
  for (const [role, other] of [
    ["system_admin", "audit_admin"],
    ["security_admin", "supervisor"],
    ["official", "system_admin"],
    ["auditor", "audit_admin"],
  ] as const)
    expect(codeOf(grantor, { ...waiting, otherRoles: [other] }, role)).toBe("role_combined");
  expect(codeOf(grantor, { ...waiting, otherRoles: ["official"] }, "supervisor")).toBeNull();
});

test("whoever is bound to a branch grants within it, and nothing that reaches beyond", () => {
  expect(codeOf(bound, waiting)).toBeNull();
  expect(codeOf(bound, { ...waiting, departmentId: "ecology" })).toBe("not_found");
  expect(codeOf(bound, waiting, "director")).toBe("role_needs_branch");
  expect(codeOf(bound, { ...waiting, branchId: "city" }, "director")).toBeNull();
  expect(codeOf(bound, { ...waiting, branchId: "province" }, "director")).toBe("role_needs_branch");
  expect(codeOf(bound, waiting, "auditor")).toBe("role_beyond_branch");
  const reaching = { ...waiting, role: "supervisor", isGranted: true } as const;
  expect(codeOf(bound, reaching, "official")).toBe("not_found");
});

test("roles that see more than their own unit are bound to a branch, to none but by who is bound to none", () => {
  const of = (...args: Parameters<typeof bindRefusal>) => bindRefusal(...args)?.code ?? null;
  const supervisor = { ...waiting, role: "supervisor" } as const;
  expect(of(grantor, supervisor, "city")).toBeNull();
  expect(of(grantor, supervisor, null)).toBeNull();
  expect(of(bound, supervisor, "city-ecology")).toBeNull();
  expect(of(bound, supervisor, "province")).toBe("unit_unknown");
  expect(of(bound, supervisor, null)).toBe("role_needs_branch");
  expect(of(grantor, waiting, "city")).toBe("branch_not_for_role");
  expect(roles.filter((role) => !isBoundable(role))).toEqual(["official", "head", "auditor"]);
});
