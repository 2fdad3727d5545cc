import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { calendarExceptions, calendarYears } from "@/db/schema/calendar";
import type { Day } from "@/lib/domain/calendar/days";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";

type Said = { off: Named | null; on: Named | null; years: number[] | null };
type Named = Record<Day, string>;

/** What was read last: most pages ask for the table several times, and it changes once a year. */
let last: { said: string; calendar: WorkCalendar } | undefined;

/** The holiday table (国务院办公厅节假日安排) as it stands now, as the working-day rules take it. One query, of one row. */
export async function loadCalendar(reader: Reader): Promise<WorkCalendar> {
  const named = sql`json_object_agg(day, name)`;
  const [row] = await reader.execute<{ said: string }>(sql`select json_build_object(
    'off', (select ${named} from ${calendarExceptions} where not working),
    'on', (select ${named} from ${calendarExceptions} where working),
    'years', (select json_agg(year) from ${calendarYears}))::text as said`);
  const said = row?.said ?? "{}";
  if (last?.said !== said) last = { said, calendar: calendarOf(JSON.parse(said)) };
  return last.calendar;
}

function calendarOf({ off, on, years }: Said): WorkCalendar {
  const exceptionsOf = (days: Named | null, working: boolean) =>
    Object.entries(days ?? {}).map(([day, name]) => [day, { working, name }] as const);
  return {
    exceptions: new Map([...exceptionsOf(off, false), ...exceptionsOf(on, true)]),
    announcedYears: new Set(years ?? []),
  };
}
