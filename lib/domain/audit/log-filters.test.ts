import { expect, test } from "vitest";
import { logHref, readLogFilters } from "./log-filters";

test("the filters of the log come from the address and go back to it; nonsense narrows nothing", () => {
  const none = readLogFilters({ type: "x", from: "2024-02-30", before: "1", who: ["a", "b"] });
  expect(Object.values(none).every((value) => value === "")).toBe(true);
  expect(logHref(none)).toBe("/audit");
  const some = readLogFilters({ type: "task.received", task: " AIR-01 ", to: "2024-06-12" });
  expect(logHref(some)).toBe("/audit?type=task.received&task=AIR-01&to=2024-06-12");
});
