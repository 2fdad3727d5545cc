import { expect, test } from "vitest";
import { submissionKinds } from "@/lib/domain/kinds";
import { person, task } from "./people.fixture";
import { can, refusalFor } from "./permissions";

const own = person("official", "ecology");
const cooperating = person("official", "housing");
const stranger = person("official", "energy");
const report = { ...task, departmentId: "ecology", submissionKind: "progress" } as const;
const part = { ...task, departmentId: "housing", submissionKind: "contribution" } as const;

test("an official sees the tasks that the own unit leads, cooperates in or has split off", () => {
  expect(can(own, "task.view", task)).toBe(true);
  expect(can(cooperating, "task.view", task)).toBe(true);
  expect(can(stranger, "task.view", { ...task, parentLeadId: "energy" })).toBe(true);
  expect(refusalFor(stranger, "task.view", task)).toEqual({ code: "other_unit" });
});

test("an official of the lead unit receives the task, splits it, writes and answers for it", () => {
  for (const permission of [
    "task.receive",
    "task.split",
    "submission.write",
    "chase.answer",
    "escalation.acknowledge",
  ] as const) {
    expect([permission, can(own, permission, task)]).toEqual([permission, true]);
    expect([permission, refusalFor(cooperating, permission, task)?.code]).toEqual([
      permission,
      "other_unit",
    ]);
  }
});

test("a cooperating unit writes its own part, and the lead unit does not write it for them", () => {
  const beginning = { ...task, submissionKind: "contribution" } as const;
  expect(can(cooperating, "submission.write", beginning)).toBe(true);
  expect(can(cooperating, "submission.write", part)).toBe(true);
  expect(refusalFor(own, "submission.write", beginning)).toEqual({ code: "other_unit" });
  expect(refusalFor(person("official", "energy"), "submission.write", part)).toEqual({
    code: "other_unit",
  });
});

test("of two cooperating units neither goes on with what the other wrote", () => {
  const two = { ...part, cooperatingIds: ["housing", "energy"] };
  expect(refusalFor(stranger, "submission.write", two)).toEqual({ code: "other_unit" });
});

test("reports on their way are the writing unit's own matter", () => {
  expect(can(own, "submission.view", { ...report, submitted: false })).toBe(true);
  expect(can(cooperating, "submission.view", { ...report, submitted: true })).toBe(false);
  expect(can(stranger, "submission.view", { ...report, submitted: true })).toBe(false);
});

test("the lead unit reads a cooperating unit's part once it is sent", () => {
  expect(can(own, "submission.view", { ...part, submitted: false })).toBe(false);
  expect(can(own, "submission.view", { ...part, submitted: true })).toBe(true);
});

test("a unit that the task was taken from reads on, and takes no part; the new lead reads all that was sent", () => {
  const moved = { ...task, leadDepartmentId: "energy", cooperatingIds: [], writerIds: ["ecology"] };
  const written = { ...moved, departmentId: "ecology", submissionKind: "progress" } as const;
  expect(can(own, "task.view", moved)).toBe(true);
  expect(can(own, "submission.view", { ...written, submitted: false })).toBe(true);
  expect(refusalFor(own, "submission.write", written)).toEqual({ code: "other_unit" });
  expect(refusalFor(own, "comment.write", moved)).toEqual({ code: "other_unit" });
  for (const submissionKind of submissionKinds) {
    const sent = { ...written, submissionKind, submitted: true };
    expect(can(stranger, "submission.view", sent)).toBe(true);
    expect(can(stranger, "submission.view", { ...sent, submitted: false })).toBe(false);
  }
});

test("an official never assigns, decides, verifies, chases or reads the log", () => {
  for (const permission of [
    "task.assign",
    "task.strike_off",
    "task.reopen",
    "task.chase",
    "submission.decide",
    "delegation.grant",
    "plan.configure",
    "letter.erase",
    "audit.view",
  ] as const)
    expect(refusalFor(own, permission, report)).toEqual({ code: "not_allowed" });
});

test("a task that nobody leads yet is no unit's", () => {
  expect(can(own, "task.receive", { leadDepartmentId: null })).toBe(false);
});
