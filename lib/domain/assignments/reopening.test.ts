import { expect, test } from "vitest";
import { reopenRefusal } from "./reopening";

const today = "2024-06-12";
const task = { dueOn: "2024-05-31", parentDueOn: "2024-12-31" };

test("a task whose day has passed is reopened to a new one", () => {
  expect(reopenRefusal(null, task, today)).toEqual({ code: "deadline_required", field: "dueOn" });
  expect(reopenRefusal("2024-06-12", task, today)).toBeNull();
});

test("one whose day is still to come, today included, may keep it, and one without a day needs none", () => {
  expect(reopenRefusal(null, { ...task, dueOn: today }, today)).toBeNull();
  expect(reopenRefusal(null, { ...task, dueOn: null }, today)).toBeNull();
});

test("a new day is today or later, and no later than the parent's", () => {
  expect(reopenRefusal("2024-06-11", task, today)).toEqual({
    code: "deadline_past",
    field: "dueOn",
  });
  expect(reopenRefusal("2025-01-01", task, today)).toMatchObject({
    code: "deadline_after_parent",
    params: { day: "2024-12-31" },
  });
});
