import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, mayHold, type Permission, permissions } from "./permissions";

const leader = person("leader", "general-office");
const reads: Permission[] = [
  ...(["task.view", "submission.view", "letter.read", "release.read"] as const),
  "instruction.read",
];
/** What a leader wants done is handled by the office: to say so is no decision. */
const own: Permission[] = ["account.update", "notification.read", "instruction.write"];

test("a leader reads everything of supervision that was sent", () => {
  const sent = { ...task, departmentId: "ecology", submitted: true };
  for (const permission of reads)
    expect([permission, can(leader, permission, sent)]).toEqual([permission, true]);
  expect(can(leader, "submission.view", { ...sent, submitted: false })).toBe(false);
});

test("a leader decides on nothing in the system's own business", () => {
  const others = (Object.keys(permissions) as Permission[]).filter(
    (permission) => ![...reads, ...own].includes(permission),
  );
  expect(others).toEqual(expect.arrayContaining(["submission.decide", "task.chase", "audit.view"]));
  for (const permission of others)
    expect([permission, mayHold(leader, permission)]).toEqual([permission, false]);
});
