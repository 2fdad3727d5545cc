import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/domain/calendar/days";
import { paceOf } from "./pace";

const yinchuan = { behindPoints: 10, farBehindPoints: 30 };
const annual = { startedOn: "2024-01-01", dueOn: "2024-12-31" };

function paceAt(percent: number, today: string) {
  return paceOf({ ...annual, percent }, today, yinchuan);
}

describe("序时进度 of an annual task", () => {
  it("expects 50% at 1 July", () => {
    expect(paceAt(45, "2024-07-01")).toEqual({ expected: 50, actual: 45, gap: 5, rating: "on" });
  });

  it.each([
    [60, "ahead"],
    [59, "on"],
    [41, "on"],
    [40, "behind"],
    [20, "behind"],
    [19, "far_behind"],
  ])("calls %i%% at 1 July %s (银川: 10 to 30 points behind, more than 30)", (percent, rating) => {
    expect(paceAt(percent, "2024-07-01")?.rating).toBe(rating);
  });

  it("expects nothing before the start and everything from the due day on", () => {
    expect(paceAt(0, "2023-12-01")?.expected).toBe(0);
    expect(paceAt(0, "2024-12-31")?.expected).toBe(100);
    expect(paceAt(0, "2025-03-01")?.expected).toBe(100);
  });
});

it("knows no pace without a start, a date or a percentage", () => {
  expect(paceOf({ ...annual, percent: null }, "2024-07-01", yinchuan)).toBeNull();
  expect(paceOf({ ...annual, startedOn: null, percent: 5 }, "2024-07-01", yinchuan)).toBeNull();
  expect(paceOf({ ...annual, dueOn: null, percent: 5 }, "2024-07-01", yinchuan)).toBeNull();
});

it("expects 0 to 100, and never less the day after", () => {
  fc.assert(
    fc.property(fc.nat(800), fc.nat(1000), (length, offset) => {
      const work = { startedOn: "2024-01-01", dueOn: addDays("2024-01-01", length), percent: 0 };
      const today = addDays("2023-12-01", offset);
      const expected = paceOf(work, today, yinchuan)?.expected ?? Number.NaN;
      expect(expected).toBeGreaterThanOrEqual(0);
      expect(expected).toBeLessThanOrEqual(100);
      const tomorrow = paceOf(work, addDays(today, 1), yinchuan)?.expected;
      expect(tomorrow).toBeGreaterThanOrEqual(expected);
    }),
  );
});
