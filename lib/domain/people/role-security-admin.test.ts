import { expect, test } from "vitest";
import { homeOf } from "./home";
import { person, task } from "./people.fixture";
import { can, mayHold, type Permission, permissions } from "./permissions";

const admin = person("security_admin", "ecology");
const theirs: Permission[] = [
  "delegation.grant",
  "role.grant",
  "sign_in.manage",
  // Of administrators: whose codes those are says issueRefusal.
  "start_link.issue",
  "account.update",
  "notification.read",
  // Where nobody is left (待完善): of accounts and roles only, see lib/domain/gaps/gaps.test.ts.
  "gap.view",
  // What of the first hour is theirs to do.
  "start.view",
];

test("the security administrator grants roles, keeps sign-ins and lends the right of a principal who is absent", () => {
  for (const permission of theirs)
    expect([permission, can(admin, permission, task)]).toEqual([permission, true]);
});

test("the security administrator has nothing else: no task, submission, letter or log, whose unit's ever", () => {
  const others = (Object.keys(permissions) as Permission[]).filter(
    (permission) => !theirs.includes(permission),
  );
  expect(others).toEqual(expect.arrayContaining(["task.view", "submission.view", "audit.view"]));
  const open = { ...task, departmentId: "ecology", submitted: true };
  expect(others.filter((permission) => can(admin, permission, open))).toEqual([]);
  expect(others.filter((permission) => mayHold(admin, permission))).toEqual([]);
});

test("nobody's work begins in an inbox that must stay empty", () => {
  expect(homeOf("security_admin")).not.toBe("/inbox");
  expect(homeOf("audit_admin")).toBe("/audit");
  expect(homeOf("system_admin")).toBe("/inbox");
});
