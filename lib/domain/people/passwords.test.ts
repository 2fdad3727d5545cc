import { expect, test } from "vitest";
import { isAcceptablePassword } from "./passwords";

test.each([
  ["kw7m-x3pd-h9ra-t4ue", true],
  ["twelve chars", true],
  ["elevenchars", false],
  ["Abcdef1!", true],
  ["Abcdefg1", true],
  ["Abcdef1", false],
  ["abcdefg1", false],
  ["密码密码密码密码密码密码", true],
  ["密码密码密码密码", false],
  ["😀😀😀😀😀😀aA1", true],
  ["😀😀😀aA1", false],
  ["", false],
  ["admin-2024-Office", false],
  ["my-ADMIN-password", false],
  [`A1-${"x".repeat(197)}`, true],
  [`A1-${"x".repeat(198)}`, false],
])("the administrator may have %j: %s", (password, expected) => {
  expect(isAcceptablePassword(password, "admin")).toBe(expected);
});
