import { expect, test } from "vitest";
import { readFilters, readOrder } from "./ledger-filters";

test("an address is read as it was written", () => {
  const asked = { q: " 大气 ", plan: "air", status: "open", light: "red", from: "2024-06-12" };
  expect(readFilters(asked)).toMatchObject({ ...asked, q: "大气", owed: "", to: "" });
  expect(readOrder({ sort: "light" })).toBe("light");
});

test("what makes no sense in an address is left out", () => {
  const nonsense = { status: "gone", light: "pink", from: "2024-02-30", due: "x", owed: "yes" };
  expect(readFilters(nonsense)).toEqual(readFilters({}));
  expect(readFilters({ plan: ["a", "b"] }).plan).toBe("");
  expect(readOrder({ sort: "nonsense" })).toBe("document");
});
