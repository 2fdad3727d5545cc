import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { exceptionsOfYear } from "@/db/queries/calendar/years";
import type { Day } from "@/lib/domain/calendar/days";
import { noticeRefusal, type PreviewYearInput, withNotice } from "@/lib/domain/calendar/years";
import type { Obligation } from "@/lib/domain/chasing/obligations";
import type { ObligationType } from "@/lib/domain/chasing/reminder-policy";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist } from "@/lib/domain/refusals";
import { openObligations } from "./obligations";

/**
 * How many open limits would end on another day if a year's notice were entered: those to receive, decide, release and
 * report by. Agreed due days are stored and none of them. Refuses what entering it would refuse.
 */
export async function calendarEffects(
  actor: Actor,
  { year, rows }: PreviewYearInput,
  today: Day,
): Promise<{ moved: { type: ObligationType; count: number }[]; open: number }> {
  insist(refusalFor(actor, "calendar.manage"));
  const reader = database();
  const calendar = await loadCalendar(reader);
  insist(noticeRefusal({ year, rows }, { isAnnounced: calendar.announcedYears.has(year), today }));
  const known = await exceptionsOfYear(reader, year);
  const [before, after] = [
    await openObligations(reader, today, calendar),
    await openObligations(reader, today, withNotice(calendar, known, { year, rows })),
  ];
  const dueOn = new Map(before.map((each) => [nameOf(each), each.dueOn]));
  const moved = after.filter((each) => dueOn.get(nameOf(each)) !== each.dueOn);
  const types = [...new Set(moved.map(({ type }) => type))];
  return {
    open: before.length,
    moved: types.map((type) => ({
      type,
      count: moved.filter((each) => each.type === type).length,
    })),
  };
}

/** What an obligation is about, whatever day it ends on. */
function nameOf({ type, task, since, waiting, release }: Obligation): string {
  return [type, task.id, since, waiting?.id, waiting?.step, release?.id].join(" ");
}
