import chineseDays from "chinese-days";
import type { Transaction } from "@/db/client";
import { calendarExceptions, calendarYears } from "@/db/schema/calendar";
import {
  addDays,
  type Day,
  daysBetween,
  weekday,
  yearEnd,
  yearOf,
} from "@/lib/domain/calendar/days";
import type { CalendarException } from "@/lib/domain/calendar/notices";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import years from "./data/calendar-years.json" with { type: "json" };
import holidayNames from "./data/holiday-names.json" with { type: "json" };

const fullNames: Record<string, string> = holidayNames;

/** The days of the announced years that differ from Monday to Friday, with the holiday's name and the year of the notice. */
export function listExceptions(): (CalendarException & { noticeYear: number })[] {
  return years.flatMap(({ year }) =>
    daysOf(year).flatMap((day) => {
      const { work: working, name } = chineseDays.getDayDetail(day);
      if (working === weekday(day) <= 5) return [];
      return [{ day, working, name: chineseName(name), noticeYear: noticeYearOf(day) }];
    }),
  );
}

/** The announced calendar as the working-day rules take it, for whoever has no database. */
export function announcedCalendar(): WorkCalendar {
  return {
    exceptions: new Map(listExceptions().map(({ day, ...exception }) => [day, exception])),
    announcedYears: new Set(years.map(({ year }) => year)),
  };
}

/** Inserts the holidays and 调休 working days of the years that the State Council has announced. */
export async function seedCalendar(tx: Transaction): Promise<void> {
  await tx.insert(calendarYears).values(years);
  await tx.insert(calendarExceptions).values(listExceptions());
}

function daysOf(year: number): Day[] {
  const first = `${year}-01-01`;
  const length = daysBetween(first, yearEnd(first)) + 1;
  return Array.from({ length }, (_, index) => addDays(first, index));
}

/** What differs in the last days of a year is the next year's 元旦: no notice so far has had anything else there. */
function noticeYearOf(day: Day): number {
  return day.slice(5) >= "12-15" ? yearOf(day) + 1 : yearOf(day);
}

/** The library says "Dragon Boat Festival,端午,1". */
function chineseName(entry: string): string {
  const name = entry.split(",")[1] ?? entry;
  return fullNames[name] ?? name;
}
