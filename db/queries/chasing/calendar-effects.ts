import { and, asc, gt, lte, type SQL } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { exceptionsOfYear } from "@/db/queries/calendar/years";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { noticeRefusal, type PreviewYearInput, withNotice } from "@/lib/domain/calendar/years";
import type { Obligation } from "@/lib/domain/chasing/obligations";
import type { ObligationType } from "@/lib/domain/chasing/reminder-policy";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist } from "@/lib/domain/refusals";
import { openObligations } from "./obligations";
import { hasObligations } from "./reminder-facts";

const partSize = 500;

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
  const entered = withNotice(calendar, known, { year, rows });
  const moved = new Map<ObligationType, number>();
  let open = 0;
  for await (const isOf of partsOfTasks(reader)) {
    const before = await openObligations(reader, today, calendar, isOf);
    const after = await openObligations(reader, today, entered, isOf);
    const dueOn = new Map(before.map((each) => [nameOf(each), each.dueOn]));
    open += before.length;
    for (const each of after)
      if (dueOn.get(nameOf(each)) !== each.dueOn)
        moved.set(each.type, (moved.get(each.type) ?? 0) + 1);
  }
  return { open, moved: [...moved].map(([type, count]) => ({ type, count })) };
}

/** Tasks on which something can be waited for, part by part, each as SQL over tasks: what is read at a time does not grow with them. */
async function* partsOfTasks(reader: Reader): AsyncGenerator<SQL | undefined> {
  for (let after: SQL | undefined; ; ) {
    const found = await reader
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(hasObligations, after))
      .orderBy(asc(tasks.id))
      .limit(partSize);
    const last = found.at(-1);
    if (!last) return;
    yield and(after, lte(tasks.id, last.id));
    after = gt(tasks.id, last.id);
  }
}

/** What an obligation is about, whatever day it ends on. */
function nameOf({ type, task, since, waiting, release }: Obligation): string {
  return [type, task.id, since, waiting?.id, waiting?.step, release?.id].join(" ");
}
