import type { Reader } from "@/db/client";
import { calendarExceptions, calendarYears } from "@/db/schema/calendar";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";

/** The holiday table (国务院办公厅节假日安排) as the working-day rules take it. */
export async function loadCalendar(reader: Reader): Promise<WorkCalendar> {
  const [exceptions, years] = await Promise.all([
    reader.select().from(calendarExceptions),
    reader.select({ year: calendarYears.year }).from(calendarYears),
  ]);
  return {
    exceptions: new Map(exceptions.map(({ day, working, name }) => [day, { working, name }])),
    announcedYears: new Set(years.map(({ year }) => year)),
  };
}
