import fc from "fast-check";
import { expect, test } from "vitest";
import { lights } from "@/lib/domain/tasks/lights";
import { taskStatuses } from "@/lib/domain/tasks/tasks";
import { compareDays, comparisonPath, type TaskSnapshot, trendOf } from "./comparison";

const snapshot = (changes: Partial<TaskSnapshot> = {}): TaskSnapshot => ({
  code: "AIR-01",
  title: "优化产业结构",
  status: "active",
  percent: 40,
  light: "green",
  dueOn: "2024-12-31",
  ...changes,
});
const lists = (was: TaskSnapshot, is: TaskSnapshot) =>
  Object.entries(compareDays([was], [is])).flatMap(([name, list]) => (list.length ? [name] : []));

test.each([
  [{}, []],
  [{ status: "completed", light: "blue", percent: 100 }, ["done", "advanced"]],
  [{ dueOn: "2025-03-31" }, ["moved"]],
  [{ dueOn: null }, ["moved"]],
  [{ light: "yellow" }, ["slipped"]],
  [{ light: "red", percent: 45 }, ["slipped", "advanced"]],
  [{ percent: 30 }, ["corrected"]],
  [{ percent: null }, ["corrected"]],
  [{ status: "suspended", light: "paused" }, ["parked"]],
] as [Partial<TaskSnapshot>, string[]][])("%j is %j", (changes, names) => {
  expect(lists(snapshot(), snapshot(changes))).toEqual(names);
});

test("what was done and is open again is never silent", () => {
  const done = snapshot({ status: "completed", light: "blue", percent: 100 });
  expect(lists(done, snapshot({ percent: 100 }))).toEqual(["corrected"]);
});

test("a first date is not a move, and what was not there is new", () => {
  expect(lists(snapshot({ dueOn: null }), snapshot())).toEqual([]);
  expect(compareDays([], [snapshot()]).added).toHaveLength(1);
  expect(trendOf(null, snapshot())).toBeNull();
  expect(trendOf(snapshot({ percent: null }), snapshot())).toEqual({ points: 40, from: "green" });
});

test("a comparison's address holds what was asked", () => {
  const days = { from: "2024-05-13", to: "2024-06-12" };
  expect(comparisonPath({ ...days, plan: null })).toBe("/compare?from=2024-05-13&to=2024-06-12");
  expect(comparisonPath({ ...days, plan: "air" })).toBe(
    "/compare?from=2024-05-13&to=2024-06-12&plan=air",
  );
});

test("nothing has become of what is as it was, and what slips forth does not slip back", () => {
  const any = fc.record({
    code: fc.constant("AIR-01"),
    title: fc.constant("优化产业结构"),
    status: fc.constantFrom(...taskStatuses),
    percent: fc.option(fc.nat(100)),
    light: fc.constantFrom(...lights),
    dueOn: fc.option(fc.constantFrom("2024-06-30", "2024-12-31")),
  });
  fc.assert(
    fc.property(any, any, (one, other) => {
      expect(lists(one, one)).toEqual([]);
      const [forth, back] = [lists(one, other), lists(other, one)];
      expect(forth.includes("slipped") && back.includes("slipped")).toBe(false);
      expect(forth.includes("advanced") && back.includes("advanced")).toBe(false);
    }),
  );
});
