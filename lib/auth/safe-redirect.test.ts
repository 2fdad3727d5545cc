import { expect, test } from "vitest";
import { safeRedirect } from "./safe-redirect";

test("a path of this site is kept with its query", () => {
  expect(safeRedirect("/reports/AIR-01.2", "/inbox")).toBe("/reports/AIR-01.2");
  expect(safeRedirect("/work?light=red#list", "/inbox")).toBe("/work?light=red#list");
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
  expect(safeRedirect(next, "/inbox")).toBe("/inbox");
});
