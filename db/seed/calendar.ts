import chineseDays from "chinese-days";
import type { Transaction } from "@/db/client";
import { calendarExceptions, calendarYears } from "@/db/schema/calendar";
import { addDays, type Day, daysBetween, weekday, yearEnd } from "@/lib/domain/calendar/days";
import years from "./data/calendar-years.json" with { type: "json" };
import holidayNames from "./data/holiday-names.json" with { type: "json" };

const fullNames: Record<string, string> = holidayNames;

/** The days of the announced years that differ from Monday to Friday, with the holiday's name. */
export function listExceptions(): { day: Day; working: boolean; name: string }[] {
  return years.flatMap(({ year }) =>
    daysOf(year).flatMap((day) => {
      const { work: working, name } = chineseDays.getDayDetail(day);
      return working === weekday(day) <= 5 ? [] : [{ day, working, name: chineseName(name) }];
    }),
  );
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

/** The library says "Dragon Boat Festival,端午,1". */
function chineseName(entry: string): string {
  const name = entry.split(",")[1] ?? entry;
  return fullNames[name] ?? name;
}
