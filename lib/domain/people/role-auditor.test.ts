import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, mayHold, type Permission, permissions } from "./permissions";

const auditor = person("auditor", "general-office");
const reads: Permission[] = [
  "task.view",
  "submission.view",
  "letter.read",
  "release.read",
  "audit.view",
  "instruction.read",
];
/** A mail address of one's own is no part of the business. */
const own: Permission[] = ["account.update", "notification.read"];

test("an auditor reads everything, drafts included", () => {
  for (const permission of reads)
    expect(can(auditor, permission, { ...task, submitted: false })).toBe(true);
});

test("an auditor changes nothing", () => {
  const others = (Object.keys(permissions) as Permission[]).filter(
    (name) => ![...reads, ...own].includes(name),
  );
  expect(others.length).toBeGreaterThan(10);
  for (const permission of others) expect(can(auditor, permission, task)).toBe(false);
  for (const permission of others) expect(mayHold(auditor, permission)).toBe(false);
});
