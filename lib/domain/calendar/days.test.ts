import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayIn, daySchema, daysBetween, monthEnd, weekday, yearEnd } from "./days";

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("2000-01-01", n));

describe("daySchema", () => {
  it("accepts a day that exists", () => {
    expect(daySchema.parse("2024-02-29")).toBe("2024-02-29");
  });

  it.each(["2024-02-30", "2023-02-29", "2024-13-01", "2024-6-1", "2024-06-01T00:00:00Z", ""])(
    "refuses %j",
    (text) => expect(daySchema.safeParse(text).success).toBe(false),
  );
});

describe("dayIn", () => {
  it("turns the day at midnight in Shanghai, 16:00 UTC", () => {
    expect(dayIn(new Date("2024-06-11T15:59:59.999Z"))).toBe("2024-06-11");
    expect(dayIn(new Date("2024-06-11T16:00:00Z"))).toBe("2024-06-12");
  });
});

describe("counting days", () => {
  it("knows the leap day", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366);
  });

  it("addDays and daysBetween undo each other, and days compare as strings", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const moved = addDays(day, n);
        expect(daysBetween(day, moved)).toBe(n);
        expect(Math.sign(n)).toBe(moved < day ? -1 : moved > day ? 1 : 0);
      }),
    );
  });
});

describe("weekday, monthEnd, yearEnd", () => {
  it("names Monday 1 and Sunday 7", () => {
    expect(weekday("2024-06-10")).toBe(1);
    expect(weekday("2024-06-16")).toBe(7);
  });

  it("finds 月底 and 年底", () => {
    expect(monthEnd("2024-02-03")).toBe("2024-02-29");
    expect(monthEnd("2019-04-30")).toBe("2019-04-30");
    expect(monthEnd("2024-12-05")).toBe("2024-12-31");
    expect(yearEnd("2024-03-22")).toBe("2024-12-31");
  });
});
