import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, refusalFor } from "./permissions";

const own = person("official", "ecology");
const cooperating = person("official", "housing");
const stranger = person("official", "energy");

test("an official sees the tasks that the own unit leads or cooperates in, and no others", () => {
  expect(can(own, "task.view", task)).toBe(true);
  expect(can(cooperating, "task.view", task)).toBe(true);
  expect(refusalFor(stranger, "task.view", task)).toEqual({ code: "other_unit" });
});

test("an official of the lead unit receives the task and writes its reports", () => {
  expect(can(own, "task.receive", task)).toBe(true);
  expect(can(own, "submission.write", task)).toBe(true);
});

test("a cooperating unit neither receives nor reports for the lead", () => {
  expect(refusalFor(cooperating, "task.receive", task)).toEqual({ code: "other_unit" });
  expect(refusalFor(cooperating, "submission.write", task)).toEqual({ code: "other_unit" });
});

test("reports on their way are the lead unit's own matter", () => {
  expect(can(own, "submission.view", { ...task, submitted: false })).toBe(true);
  expect(can(cooperating, "submission.view", { ...task, submitted: true })).toBe(false);
  expect(can(stranger, "submission.view", { ...task, submitted: true })).toBe(false);
});

test("an official never assigns, decides or reads the log", () => {
  expect(refusalFor(own, "task.assign", task)).toEqual({ code: "not_allowed" });
  expect(refusalFor(own, "submission.decide", task)).toEqual({ code: "not_allowed" });
  expect(refusalFor(own, "audit.view")).toEqual({ code: "not_allowed" });
});

test("a task that nobody leads yet is no unit's", () => {
  expect(can(own, "task.receive", { leadDepartmentId: null })).toBe(false);
});
