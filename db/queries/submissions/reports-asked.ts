import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { publishedReports, submissions } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { periodsToReport } from "@/lib/domain/calendar/periods";
import { slotOf } from "@/lib/domain/submissions/submission-kinds";
import { openStatuses } from "@/lib/domain/submissions/submissions";
import { reportsNow } from "./reporting-task";

const isHelpedBy = (departmentId: string) => sql`exists (select from ${taskCooperators}
  where ${eq(taskCooperators.taskId, tasks.id)} and ${eq(taskCooperators.departmentId, departmentId)})`;
/** Its day counts for the cycle "monthly" only. */
const reportDay = sql<
  number | null
>`(case when ${tasks.reportingCycle} = 'monthly' then ${tasks.reportDay} end)`;

/** How a unit's tasks are reported on, and since when at the earliest: a few rows, however many tasks. */
function waysToReport(departmentId: string) {
  return database()
    .select({
      cycle: tasks.reportingCycle,
      reportDay,
      since: sql`min(${tasks.receivedAt})`.mapWith(tasks.receivedAt),
    })
    .from(tasks)
    .where(and(reportsNow, or(eq(tasks.leadDepartmentId, departmentId), isHelpedBy(departmentId))))
    .groupBy(tasks.reportingCycle, reportDay);
}

/** Of which tasks a unit reports something now, and when the first that it has not begun is due; null where none is asked for. */
export type AskedReports = { of: SQL | undefined; dueOn: SQL<Day | null> };

/**
 * What a unit is asked for on `today` as SQL over tasks, `reportToWrite` as lists ask it: reports on what it leads (进展) and on
 * what it helps with (配合情况). A test holds the two together.
 */
export async function reportsAsked(departmentId: string, today: Day) {
  const [ways, calendar] = await Promise.all([
    waysToReport(departmentId),
    loadCalendar(database()),
  ]);
  const asked = ways.flatMap(({ cycle, reportDay, since }) =>
    periodsToReport({ cycle, reportDay, startedOn: dayIn(since ?? new Date()), today, calendar })
      .filter(({ opensOn }) => opensOn <= today)
      .map(({ period, dueOn }) => ({ cycle, reportDay, ...period, dueOn })),
  );
  const first = (kind: "progress" | "contribution", part: SQL, isReported: SQL): AskedReports => ({
    of: and(reportsNow, part, sql`not ${isBegun(kind, departmentId)}`),
    dueOn: sql`(
      select asked."dueOn" from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb)
        as asked (cycle text, "reportDay" int, start date, "end" date, "dueOn" date)
      where asked.cycle = ${tasks.reportingCycle}::text and asked."reportDay" is not distinct from ${reportDay}
        and least(asked."end", asked."dueOn") >= (${tasks.receivedAt} at time zone 'Asia/Shanghai')::date
        and not ${isReported} and not ${isStopped}
      order by asked.start limit 1)`,
  });
  return {
    progress: first("progress", eq(tasks.leadDepartmentId, departmentId), isPublished),
    contribution: first("contribution", isHelpedBy(departmentId), isContributed(departmentId)),
  };
}

/** As `isReported` has it. */
const isPublished = sql`exists (select from ${publishedReports} where ${eq(publishedReports.taskId, tasks.id)}
  and ${publishedReports.periodStart} <= asked."end" and asked."end" <= ${publishedReports.periodEnd})`;

function isContributed(departmentId: string): SQL {
  const content = sql`${submissions.content}`;
  const isPart = and(
    eq(submissions.taskId, tasks.id),
    eq(submissions.departmentId, departmentId),
    eq(submissions.kind, "contribution"),
    eq(submissions.status, "approved"),
  );
  return sql`exists (select from ${submissions} where ${isPart}
    and (${content} ->> 'periodStart')::date <= asked."end" and asked."end" <= (${content} ->> 'periodEnd')::date)`;
}

/** As `isStopped` of lib/domain/calendar/periods.ts has it. */
const isStopped = sql`exists (select from jsonb_to_recordset(${tasks.stops}) as stop ("from" date, until date)
  where (stop."from" <= asked."dueOn" and asked."dueOn" < stop.until) or (stop."from" <= asked.start and asked."end" < stop.until))`;

/** The unit has something open in the place of that report, which is in other lists. */
function isBegun(kind: "progress" | "contribution", departmentId: string): SQL {
  const isOpen = and(
    eq(submissions.taskId, tasks.id),
    eq(submissions.departmentId, departmentId),
    inArray(submissions.kind, slotOf(kind)),
    inArray(submissions.status, [...openStatuses]),
  );
  return sql`exists (select from ${submissions} where ${isOpen})`;
}
