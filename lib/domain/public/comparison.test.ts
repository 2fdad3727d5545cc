import { expect, test } from "vitest";
import { comparisonPath, type TaskSnapshot, trendOf } from "./comparison";

test("a trend is the points gained, where there is something to compare", () => {
  const snapshot: TaskSnapshot = { percent: 40, light: "green", dueOn: "2024-12-31" };
  expect(trendOf(null, snapshot)).toBeNull();
  expect(trendOf({ ...snapshot, percent: null }, snapshot)).toEqual({ points: 40, from: "green" });
});

test("a comparison's address holds what was asked", () => {
  const days = { from: "2024-05-13", to: "2024-06-12" };
  expect(comparisonPath({ ...days, plan: null })).toBe("/compare?from=2024-05-13&to=2024-06-12");
  expect(comparisonPath({ ...days, plan: "air" })).toBe(
    "/compare?from=2024-05-13&to=2024-06-12&plan=air",
  );
});
