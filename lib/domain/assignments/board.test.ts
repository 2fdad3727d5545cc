import { expect, test } from "vitest";
import { loadHref, readBoardFilters } from "./board";

test("the board's filters hold what makes sense, and nothing else", () => {
  expect(readBoardFilters({ plan: " air ", lacks: "owner", unit: ["a", "b"] })).toEqual({
    ...{ plan: "air", unit: "", lacks: "owner" },
  });
  expect(readBoardFilters({ lacks: "everything" }).lacks).toBe("");
});

test("each number of a load has its list in the ledger", () => {
  expect(loadHref("cooperating", "energy")).toBe("/work?with=energy&status=open");
  expect(loadHref("soon", "energy")).toBe("/work?unit=energy&status=open&due=month");
});
