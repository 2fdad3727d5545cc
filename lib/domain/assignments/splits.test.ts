import { expect, test } from "vitest";
import { deadlineWithin } from "@/lib/domain/calendar/deadlines";
import { nextChildCode, shownToPublic, splitRefusal } from "./splits";

const parent = {
  code: "AIR-01",
  dueOn: "2024-12-31",
  today: "2024-06-12",
  isCollective: false,
};
const refusal = (dueOn: string | null, changes: Partial<typeof parent> | { dueOn: null } = {}) =>
  splitRefusal({ dueOn }, { ...parent, ...changes });

test("a part is due from today to its parent's day, both included", () => {
  expect(refusal("2024-06-11")).toEqual({ code: "deadline_past", field: "dueOn" });
  expect(refusal("2024-06-12")).toBeNull();
  expect(refusal("2024-12-31")).toBeNull();
  expect(refusal("2025-01-01")).toEqual({
    code: "deadline_after_parent",
    field: "dueOn",
    params: { day: "2024-12-31" },
  });
});

test("a part of what has a day has one too; of what has none it may have any", () => {
  expect(refusal(null)).toEqual({ code: "deadline_required", field: "dueOn" });
  expect(refusal(null, { dueOn: null })).toBeNull();
  expect(refusal("2099-01-01", { dueOn: null })).toBeNull();
});

test("one unit leads a part: 各市、县人民政府 is none", () => {
  expect(refusal("2024-12-31", { isCollective: true })).toEqual({
    code: "lead_is_collective",
    field: "leadId",
  });
});

test("省、市、县, and who does it: no deeper", () => {
  expect(refusal("2024-12-31", { code: "AIR-01.1.2" })).toBeNull();
  expect(refusal("2024-12-31", { code: "AIR-01.1.2.1" })).toEqual({ code: "split_too_deep" });
});

test("codes go on from the highest sibling, as numbers", () => {
  expect(nextChildCode("AIR-01", [])).toBe("AIR-01.1");
  expect(nextChildCode("AIR-01", ["AIR-01.2", "AIR-01.10", "AIR-01.9"])).toBe("AIR-01.11");
  expect(nextChildCode("AIR-01.1", ["AIR-01.1.1"])).toBe("AIR-01.1.2");
});

test("a parent without a day bounds nothing", () => {
  expect(deadlineWithin("2099-01-01", null, "dueOn")).toBeNull();
});

test("a part split off is public with its first approved report, and only within what is public", () => {
  const task = (
    code: string,
    parentCode: string | null,
    isApproved: boolean,
    isSplitOff = true,
  ) => ({
    ...{ code, parentCode, isSplitOff },
    lastPublishedOn: isApproved ? "2024-06-12" : null,
  });
  const tasks = [
    task("1.1.1", "1.1", true),
    task("1", null, false, false),
    task("1.1", "1", false),
    task("1.2", "1", true),
    task("1.2.1", "1.2", true),
    task("1.2.2", "1.2", false),
  ];
  expect(shownToPublic(tasks).map(({ code }) => code)).toEqual(["1", "1.2", "1.2.1"]);
});
