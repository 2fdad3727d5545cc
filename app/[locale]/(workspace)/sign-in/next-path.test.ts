import { expect, test } from "vitest";
import { nextPath } from "./next-path";

test("a path of this site is kept with its query", () => {
  expect(nextPath("/reports/AIR-01.2")).toBe("/reports/AIR-01.2");
  expect(nextPath("/work?light=red#list")).toBe("/work?light=red#list");
});

test.each([
  undefined,
  ["/work", "/audit"],
  "",
  "work",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "javascript:alert(1)",
  "http://[",
])("anything else leads home: %j", (next) => {
  expect(nextPath(next)).toBe("/inbox");
});
