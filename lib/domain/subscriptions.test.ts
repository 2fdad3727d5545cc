import { expect, test } from "vitest";
import { mailboxSchema } from "./inputs";
import { followedPath, followedSchema } from "./subscriptions";

test.each(["a@example.cn", "  A@Example.CN "])("%j is a mailbox", (typed) => {
  expect(mailboxSchema.parse(typed)).toBe("a@example.cn");
});

test.each(["", "a", "a@b", "a@example.cn\nBcc: b@example.cn", "a@example.cn, b@example.cn"])(
  "%j is none",
  (typed) => {
    expect(mailboxSchema.safeParse(typed).success).toBe(false);
  },
);

test("tasks, plans and units can be followed by their names", () => {
  expect(followedSchema.safeParse({ kind: "task", target: "AIR-01.2" }).success).toBe(true);
  expect(followedPath({ kind: "plan", target: "air" })).toBe("/plans/air");
  for (const wrong of [
    { kind: "task", target: "air" },
    { kind: "unit", target: "../x" },
    { kind: "person", target: "x" },
  ])
    expect(followedSchema.safeParse(wrong).success).toBe(false);
});
