import { expect, test } from "vitest";
import { staticAddress } from "./static-address";

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
