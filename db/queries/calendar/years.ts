import { asc, desc, eq } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { calendarExceptions, calendarYears } from "@/db/schema/calendar";
import type { Day } from "@/lib/domain/calendar/days";
import type { CalendarException } from "@/lib/domain/calendar/notices";
import { knownUntil, yearsToShow } from "@/lib/domain/calendar/years";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

/** The days of a year's notice that differ from Monday to Friday, in order. */
export function exceptionsOfYear(reader: Reader, year: number): Promise<CalendarException[]> {
  return reader
    .select({
      day: calendarExceptions.day,
      working: calendarExceptions.working,
      name: calendarExceptions.name,
    })
    .from(calendarExceptions)
    .where(eq(calendarExceptions.noticeYear, year))
    .orderBy(asc(calendarExceptions.day));
}

/** Every year with its notice, this one and the next among them, newest first; null for whom the calendar is not. */
export async function calendarYearList(actor: Actor, today: Day) {
  if (!can(actor, "calendar.manage")) return null;
  const announced = await database().select().from(calendarYears).orderBy(desc(calendarYears.year));
  const byYear = new Map(announced.map((each) => [each.year, each]));
  return yearsToShow([...byYear.keys()], today).map((year) => ({
    year,
    source: byYear.get(year)?.source ?? null,
  }));
}

/** One year as it stands, for its form; `source` is null while nothing is announced. Null for whom the calendar is not. */
export async function calendarYear(actor: Actor, year: number) {
  if (!can(actor, "calendar.manage")) return null;
  const reader = database();
  const [[announced], exceptions] = await Promise.all([
    reader.select().from(calendarYears).where(eq(calendarYears.year, year)),
    exceptionsOfYear(reader, year),
  ]);
  return {
    year,
    source: announced?.source ?? null,
    version: announced?.version ?? 0,
    exceptions,
  };
}

/** The last year whose holidays are announced without a gap from now on. */
export async function holidaysKnownUntil(today: Day): Promise<number> {
  const years = await database().select({ year: calendarYears.year }).from(calendarYears);
  return knownUntil(new Set(years.map(({ year }) => year)), today);
}
