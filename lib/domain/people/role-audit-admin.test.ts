import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, mayHold, type Permission, permissions } from "./permissions";

const admin = person("audit_admin", "ecology");
const theirs: Permission[] = [
  ...(["audit.view", "account.update", "notification.read"] as const),
  // What of the first hour is theirs to do.
  "start.view",
];

test("the audit administrator reads the log and keeps the own account, and nothing else", () => {
  const all = Object.keys(permissions) as Permission[];
  const open = { ...task, departmentId: "ecology", submitted: true };
  expect(all.filter((permission) => can(admin, permission, open)).sort()).toEqual(theirs.sort());
  expect(all.filter((permission) => mayHold(admin, permission)).sort()).toEqual(theirs.sort());
});
