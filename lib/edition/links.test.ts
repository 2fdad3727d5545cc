import { expect, test } from "vitest";
import { staticAddress, withDay } from "./links";

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

const place = {
  base: "/tz",
  liveUrl: "https://dc.example.gov.cn",
  paths: new Set(["/", "/tasks/AIR-01", "/api/v1/tasks/AIR-02.3", "/api/v1/tasks.csv"]),
};

test.each([
  ["/", "/tz/"],
  ["/tasks/AIR-01", "/tz/tasks/AIR-01"],
  ["/tasks/AIR-01#main", "/tz/tasks/AIR-01#main"],
  ["/_next/static/chunks/a.css", "/tz/_next/static/chunks/a.css"],
  ["/icon.svg?icon.3j4n.svg", "/tz/icon.svg"],
  ["/tasks?q=锅炉", "https://dc.example.gov.cn/tasks?q=锅炉"],
  ["/api/v1/tasks/AIR-02.3", "/tz/api/v1/tasks/AIR-02.3.json"],
  ["/api/v1/tasks.csv", "/tz/api/v1/tasks.csv"],
  ["/inbox", "https://dc.example.gov.cn/inbox"],
  ["#main", "#main"],
  ["https://www.gov.cn/", "https://www.gov.cn/"],
  ["//other.example/x", "//other.example/x"],
])("%s → %s", (value, expected) => {
  expect(staticAddress(place)(value)).toBe(expected);
});
