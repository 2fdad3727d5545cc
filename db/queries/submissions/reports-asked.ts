import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { publishedReports, submissions } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { periodsToReport } from "@/lib/domain/calendar/periods";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import { slotOf } from "@/lib/domain/submissions/submission-kinds";
import { openStatuses } from "@/lib/domain/submissions/submissions";
import { reportsNow } from "./reporting-task";

/** Both by their indexes, before a task is looked at: a unit may help with very many that are reported on otherwise or not at all. */
const isHelpedBy = (departmentId: string, isReported?: SQL) => sql`${tasks.id} = any (array(
  select ${taskCooperators.taskId} from ${taskCooperators}
  where ${eq(taskCooperators.departmentId, departmentId)} and ${taskCooperators.isOpen}
    and ${taskCooperators.taskId} in (select ${tasks.id} from ${tasks} where ${isReported})))`;
/** Its day counts for the cycle "monthly" only. */
const reportDay = sql<
  number | null
>`(case when ${tasks.reportingCycle} = 'monthly' then ${tasks.reportDay} end)`;

/** How tasks are reported on, and since when at the earliest: a few rows, however many tasks. By the index, and so of all. */
function waysToReport() {
  return database()
    .select({
      cycle: tasks.reportingCycle,
      reportDay,
      since: sql`min(${tasks.receivedAt})`.mapWith(tasks.receivedAt),
    })
    .from(tasks)
    .where(reportsNow)
    .groupBy(tasks.reportingCycle, reportDay);
}
type Ways = Awaited<ReturnType<typeof waysToReport>>;

/**
 * Which reports a unit is asked for, as SQL: `with` stands before a select, in which `progress` and `contribution` are tables of
 * `task_id` and the day `due_on` of the first that it has not begun.
 */
export type AskedReports = { with: SQL; progress: SQL; contribution: SQL };

/**
 * What a unit is asked for on `today`, `reportToWrite` as lists ask it: reports on what it leads (进展) and on what it helps with
 * (配合情况). A test holds the two together.
 */
export async function reportsAsked(departmentId: string, today: Day): Promise<AskedReports> {
  const [ways, calendar] = await Promise.all([waysToReport(), loadCalendar(database())]);
  const periods = periodsOf(ways, today, calendar);
  // Before all else: what is reported on in other ways is not looked at.
  const isAsked = inArray(tasks.reportingCycle, [...new Set(periods.map(({ cycle }) => cycle))]);
  // Of which tasks, before any period is looked at.
  const first = (kind: "progress" | "contribution", part: SQL, isReported: SQL) => sql`
    select distinct on (${tasks.id}) ${tasks.id} as task_id, asked."dueOn" as due_on
    from (select * from ${tasks} where ${and(reportsNow, isAsked, part, sql`not ${isBegun(kind, departmentId)}`)} offset 0) ${tasks}
      join jsonb_to_recordset(${JSON.stringify(periods)}::text::jsonb)
        as asked (cycle text, "reportDay" int, start date, "end" date, "dueOn" date)
      on asked.cycle = ${tasks.reportingCycle}::text and asked."reportDay" is not distinct from ${reportDay}
    where least(asked."end", asked."dueOn") >= (${tasks.receivedAt} at time zone 'Asia/Shanghai')::date
      and not ${isReported} and not ${isStopped}
    order by ${tasks.id}, asked.start`;
  const isLed = eq(tasks.leadDepartmentId, departmentId);
  const helped = isHelpedBy(departmentId, and(reportsNow, isAsked));
  return {
    with: sql`with asked_progress as materialized (${first("progress", isLed, isPublished)}),
      asked_contribution as materialized (${first("contribution", helped, isContributed(departmentId))})`,
    progress: sql`asked_progress`,
    contribution: sql`asked_contribution`,
  };
}

function periodsOf(ways: Ways, today: Day, calendar: WorkCalendar) {
  return ways.flatMap(({ cycle, reportDay, since }) =>
    periodsToReport({ cycle, reportDay, startedOn: dayIn(since ?? new Date()), today, calendar })
      .filter(({ opensOn }) => opensOn <= today)
      .map(({ period, dueOn }) => ({ cycle, reportDay, ...period, dueOn })),
  );
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
const isStopped = sql`(${tasks.stops} <> '[]' and exists (select from jsonb_to_recordset(${tasks.stops}) as stop ("from" date, until date)
  where (stop."from" <= asked."dueOn" and asked."dueOn" < stop.until) or (stop."from" <= asked.start and asked."end" < stop.until)))`;

/** The unit has something open in the place of that report, which is in other lists. */
function isBegun(kind: "progress" | "contribution", departmentId: string): SQL {
  const isOpen = and(
    eq(submissions.departmentId, departmentId),
    inArray(submissions.kind, slotOf(kind)),
    inArray(submissions.status, [...openStatuses]),
  );
  return sql`${tasks.id} in (select ${submissions.taskId} from ${submissions} where ${isOpen})`;
}
