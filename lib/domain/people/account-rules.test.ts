import { expect, test } from "vitest";
import { createAccountSchema } from "./account-inputs";
import { dismissRefusal } from "./account-rules";
import { person } from "./people.fixture";
import { adminRoles, roles } from "./roles";

const admin = person("system_admin", "office", "admin");

test("only the system administrator takes an account's rights away, and not their own", () => {
  const allowed = roles.filter(
    (role) => dismissRefusal(person(role), person("official", "housing"), 1) === null,
  );
  expect(allowed).toEqual(["system_admin"]);
  expect(dismissRefusal(admin, admin, 5)).toEqual({ code: "account_own" });
});

test("the last administrator of a kind stays; anybody else may be the last", () => {
  const kept = roles.filter((role) => dismissRefusal(admin, person(role), 0) !== null);
  expect(kept).toEqual([...adminRoles]);
  expect(dismissRefusal(admin, person("security_admin"), 1)).toBeNull();
});

const account = {
  key: "11111111-1111-4111-8111-111111111111",
  name: "李明",
  username: "li.ming",
  unitId: "22222222-2222-4222-8222-222222222222",
  role: "official",
  post: "",
  email: "",
  phone: "",
};
const messagesOf = (changes: object) =>
  createAccountSchema
    .safeParse({ ...account, ...changes })
    .error?.issues.map(({ message }) => message);

test("what is typed is trimmed and made small where it is a name to sign in with", () => {
  const typed = {
    ...account,
    username: " Li.Ming ",
    email: " a@example.cn ",
    phone: "0351-123 4567",
  };
  expect(createAccountSchema.parse(typed)).toMatchObject({
    username: "li.ming",
    email: "a@example.cn",
  });
});

test("what cannot be is said by its field", () => {
  expect(messagesOf({ username: "李明" })).toEqual(["username"]);
  expect(messagesOf({ username: "-li" })).toEqual(["username"]);
  expect(messagesOf({ name: " " })).toEqual(["name_required"]);
  expect(messagesOf({ unitId: "" })).toEqual(["unit_required"]);
  expect(messagesOf({ phone: "电话" })).toEqual(["phone"]);
  expect(messagesOf({ email: "nobody" })).toEqual(["email"]);
});
