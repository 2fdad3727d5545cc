import { expect, test } from "vitest";
import {
  changePasswordSchema,
  isAcceptablePassword,
  passwordProblem,
  withNewPassword,
} from "./passwords";

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

test.each([
  ["elevenchars", "password_short"],
  [`A1-${"x".repeat(198)}`, "password_long"],
  ["my-ADMIN-password", "password_around_name"],
  ["kw7m-x3pd-h9ra-t4ue", null],
])("%j is told why not: %s", (password, problem) => {
  expect(passwordProblem(password, "admin")).toBe(problem);
});

test("a form says of the new password what breaks the rules, and that it is missing", () => {
  const schema = withNewPassword(changePasswordSchema.omit({ key: true }), "admin");
  const told = (password: string) =>
    schema.safeParse({ present: "x", password }).error?.issues.map(({ message }) => message) ?? [];
  expect(told("short")).toEqual(["password_short"]);
  expect(told("")).toEqual(["password_required"]);
  expect(told("kw7m-x3pd-h9ra-t4ue")).toEqual([]);
});
