import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, weekday } from "./days";
import {
  addWorkdays,
  isProvisional,
  isWorkday,
  lastWorkdayOnOrBefore,
  restDayName,
  workdaysBetween,
} from "./work-days";
import { calendar } from "./work-days.fixture";
import vectors from "./work-days.vectors.json" with { type: "json" };

const anyDay = fc.integer({ min: 0, max: 3000 }).map((n) => addDays("2018-06-01", n));

describe("the State Council's notices", () => {
  it.each(vectors.points)("$day", ({ day, weekday: number, isWorkday: works, previous }) => {
    expect(weekday(day)).toBe(number);
    expect(isWorkday(day, calendar)).toBe(works);
    expect(lastWorkdayOnOrBefore(day, calendar)).toBe(previous);
  });

  it.each(vectors.added)("$from and $workdays working days is $due", ({ from, workdays, due }) => {
    expect(addWorkdays(from, workdays, calendar)).toBe(due);
    expect(workdaysBetween(from, due, calendar)).toBe(workdays);
    expect(workdaysBetween(due, from, calendar)).toBe(-workdays);
  });

  it.each(Object.entries(vectors.workdaysPerYear))("%s has %i working days", (year, total) => {
    const eve = `${Number(year) - 1}-12-31`;
    expect(workdaysBetween(eve, `${year}-12-31`, calendar)).toBe(total);
  });

  it("names the holiday, not the weekend and not the 调休 Sunday", () => {
    expect(restDayName("2024-06-10", calendar)).toBe("法定节假日");
    expect(restDayName("2024-06-09", calendar)).toBeNull();
    expect(restDayName("2024-02-18", calendar)).toBeNull();
  });
});

describe("a year not announced yet", () => {
  it("counts Monday to Friday and says that the count is provisional", () => {
    expect(addWorkdays("2027-09-30", 2, calendar)).toBe("2027-10-04");
    expect(isProvisional("2026-12-30", "2027-01-08", calendar)).toBe(true);
    expect(isProvisional("2024-12-30", "2025-01-09", calendar)).toBe(false);
  });
});

describe("counting working days", () => {
  it("does not count the day it starts on (民法典 §201)", () => {
    expect(workdaysBetween("2024-06-12", "2024-06-12", calendar)).toBe(0);
    expect(addWorkdays("2024-06-12", 0, calendar)).toBe("2024-06-12");
  });

  it.each([-1, 1.5, Number.NaN])("refuses %d days", (count) => {
    expect(() => addWorkdays("2024-06-12", count, calendar)).toThrow(RangeError);
  });

  it("addWorkdays and workdaysBetween undo each other", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (day, count) => {
        const due = addWorkdays(day, count, calendar);
        expect(isWorkday(due, calendar)).toBe(true);
        expect(workdaysBetween(day, due, calendar)).toBe(count);
      }),
    );
  });

  it("adds up: a to b and b to c make a to c, in any order", () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        const viaB = workdaysBetween(a, b, calendar) + workdaysBetween(b, c, calendar);
        expect(viaB).toBe(workdaysBetween(a, c, calendar));
      }),
    );
  });
});
