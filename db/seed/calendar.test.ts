import { describe, expect, it } from "vitest";
import {
  addWorkdays,
  isWorkday,
  lastWorkdayOnOrBefore,
  restDayName,
  type WorkCalendar,
  workdaysBetween,
} from "@/lib/domain/calendar/work-days";
import vectors from "@/lib/domain/calendar/work-days.vectors.json" with { type: "json" };
import { listExceptions } from "./calendar";
import years from "./data/calendar-years.json" with { type: "json" };

const exceptions = listExceptions();
const calendar: WorkCalendar = {
  exceptions: new Map(exceptions.map(({ day, ...rest }) => [day, rest])),
  announcedYears: new Set(years.map(({ year }) => year)),
};

describe("the seeded calendar", () => {
  it.each(vectors.points)("knows $day", ({ day, isWorkday: works, previous }) => {
    expect(isWorkday(day, calendar)).toBe(works);
    expect(lastWorkdayOnOrBefore(day, calendar)).toBe(previous);
  });

  it.each(vectors.added)("counts $workdays from $from to $due", ({ from, workdays, due }) => {
    expect(addWorkdays(from, workdays, calendar)).toBe(due);
  });

  it.each(Object.entries(vectors.workdaysPerYear))("%s has %i working days", (year, total) => {
    const eve = `${Number(year) - 1}-12-31`;
    expect(workdaysBetween(eve, `${year}-12-31`, calendar)).toBe(total);
  });

  it("names every holiday in Chinese, and covers the years of the notices", () => {
    const names = [...new Set(exceptions.map(({ name }) => name))].sort();
    const seven = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];
    expect(names).toEqual(seven.sort());
    expect(restDayName("2024-06-10", calendar)).toBe("端午节");
    expect([...calendar.announcedYears].map(String)).toEqual(Object.keys(vectors.calendar));
  });

  it("holds only days that differ from Monday to Friday", () => {
    const weekdaysOnly: WorkCalendar = { exceptions: new Map(), announcedYears: new Set() };
    for (const { day, working } of exceptions) expect(isWorkday(day, weekdaysOnly)).toBe(!working);
  });
});
