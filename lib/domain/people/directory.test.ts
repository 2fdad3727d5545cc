import { expect, test } from "vitest";
import { accountState } from "./directory";

const today = "2024-06-12";
const fine = {
  leftOn: null,
  isEnabled: true,
  isRoleGranted: true,
  createdOn: "2023-01-01",
  lastSeenOn: "2024-06-11",
};
const state = (changes: Partial<Parameters<typeof accountState>[0]>) =>
  accountState({ ...fine, ...changes }, today);

test("an account is dormant when nobody has signed in for 90 days, and not before it is so old (D2-4)", () => {
  expect(state({})).toBe("active");
  expect(state({ lastSeenOn: "2024-03-14" })).toBe("active");
  expect(state({ lastSeenOn: "2024-03-13" })).toBe("dormant");
  expect(state({ lastSeenOn: null })).toBe("dormant");
  expect(state({ lastSeenOn: null, createdOn: "2024-06-01" })).toBe("active");
});

test("one that waits, is disabled or of somebody who has left is said to be that", () => {
  const asleep = { lastSeenOn: null };
  expect(state({ ...asleep, isRoleGranted: false })).toBe("awaits_role");
  expect(state({ ...asleep, isRoleGranted: false, isEnabled: false })).toBe("disabled");
  expect(state({ ...asleep, isEnabled: false, leftOn: "2024-06-01" })).toBe("left");
});
