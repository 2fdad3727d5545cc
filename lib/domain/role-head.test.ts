import { expect, test } from "vitest";
import { person, task } from "./people.fixture";
import { can, refusalFor } from "./permissions";

const own = person("head", "ecology");
const other = person("head", "housing");

test("a head sees, receives and reports as an official of the unit does", () => {
  expect(can(own, "task.view", task)).toBe(true);
  expect(can(own, "task.receive", task)).toBe(true);
  expect(can(own, "submission.write", task)).toBe(true);
  expect(can(own, "submission.view", { ...task, submitted: false })).toBe(true);
});

test("a head signs what the own unit reports", () => {
  expect(can(own, "submission.decide", task)).toBe(true);
});

test("a head of another unit, even a cooperating one, signs nothing here", () => {
  expect(refusalFor(other, "submission.decide", task)).toEqual({ code: "other_unit" });
  expect(refusalFor(other, "submission.view", { ...task, submitted: true })).toEqual({
    code: "other_unit",
  });
});

test("a head never assigns tasks or reads the log", () => {
  expect(refusalFor(own, "task.assign", task)).toEqual({ code: "not_allowed" });
  expect(refusalFor(own, "audit.view")).toEqual({ code: "not_allowed" });
});
