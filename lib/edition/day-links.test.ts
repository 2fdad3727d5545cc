import { expect, test } from "vitest";
import { withDay } from "./day-links";

test.each([
  ["/tasks/AIR-01", "/tasks/AIR-01?asof=2024-05-01"],
  ["/en/plans/air", "/en/plans/air?asof=2024-05-01"],
  ["/", "/?asof=2024-05-01"],
  ["/documents/air#clause-AIR-01", "/documents/air?asof=2024-05-01#clause-AIR-01"],
  ["/?asof=", "/?asof="],
  ["/tasks?q=锅炉", "/tasks?q=锅炉"],
  ["/api/v1/tasks", "/api/v1/tasks"],
  ["/inbox", "/inbox"],
  ["#main", "#main"],
  ["https://www.gov.cn/", "https://www.gov.cn/"],
])("on a past day %s leads to %s", (value, expected) => {
  expect(withDay("2024-05-01")(value)).toBe(expected);
});

test("today's pages keep their links", () => {
  expect(withDay(null)("/tasks/AIR-01")).toBe("/tasks/AIR-01");
});
