import { describe, expect, test } from "vitest";
import { deadlineWithin } from "@/lib/domain/calendar/deadlines";
import { nextChildCode, planParts, planRefusal, splitRefusal } from "./splits";

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

test("where the whole's day has passed, a part catches up by a day after today (补办)", () => {
  const late = { dueOn: "2024-06-11" };
  expect(refusal("2024-06-12", late)).toEqual({ code: "catch_up_not_later", field: "dueOn" });
  expect(refusal("2024-06-13", late)).toBeNull();
  expect(refusal(null, late)?.code).toBe("deadline_required");
  // On its last day it has not passed: the day itself is in time.
  expect(refusal("2024-06-13", { dueOn: "2024-06-12" })?.code).toBe("deadline_after_parent");
});

describe("各市", () => {
  const whole = { code: "AIR-01", title: "落实属地责任" };
  const units = [
    { id: "ty", name: "太原市" },
    { id: "dt", name: "大同市" },
    { id: "sz", name: "朔州市" },
  ];
  const sibling = (code: string, leadId: string, status: "active" | "cancelled" = "active") => ({
    ...{ code, leadId, status },
  });

  test("each unit gets one part, by the pattern of codes and with its name", () => {
    expect(planParts(whole, units, [])).toEqual({
      parts: [
        { code: "AIR-01.1", title: "落实属地责任（太原市）", unit: units[0] },
        { code: "AIR-01.2", title: "落实属地责任（大同市）", unit: units[1] },
        { code: "AIR-01.3", title: "落实属地责任（朔州市）", unit: units[2] },
      ],
      taken: [],
    });
  });

  test("a unit that has a part gets no second, unless its own was called off; codes go on", () => {
    const siblings = [sibling("AIR-01.2", "dt"), sibling("AIR-01.7", "sz", "cancelled")];
    const { parts, taken } = planParts(whole, units, siblings);
    expect(parts.map(({ code, unit }) => [code, unit.id])).toEqual([
      ["AIR-01.8", "ty"],
      ["AIR-01.9", "sz"],
    ]);
    expect(taken.map(({ id }) => id)).toEqual(["dt"]);
  });

  test("a long title is cut, so that the unit's name stands", () => {
    const { parts } = planParts({ ...whole, title: "长".repeat(120) }, units, []);
    expect(parts[0]?.title).toHaveLength(120);
    expect(parts[0]?.title.endsWith("…（太原市）")).toBe(true);
  });

  test("all are refused together: none left to make, too many to number, or a day that will not do", () => {
    const plan = (siblings: Parameters<typeof planParts>[2]) => planParts(whole, units, siblings);
    const refused = (
      siblings: Parameters<typeof planParts>[2],
      dueOn: string | null = "2024-12-31",
    ) => planRefusal(plan(siblings), { dueOn }, parent)?.code;
    expect(refused([])).toBeUndefined();
    expect(refused(units.map(({ id }, i) => sibling(`AIR-01.${i + 1}`, id)))).toBe("parts_exist");
    expect(refused([sibling("AIR-01.996", "xx")])).toBeUndefined();
    expect(refused([sibling("AIR-01.997", "xx")])).toBe("parts_too_many");
    expect(refused([], "2025-01-01")).toBe("deadline_after_parent");
  });
});
