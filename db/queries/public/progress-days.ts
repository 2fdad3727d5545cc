import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { plans } from "@/db/schema/plans";
import { publishedReports } from "@/db/schema/submissions";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import type { SeriesDay } from "@/lib/domain/public/progress-series";

/** A chart of more points than this is no clearer. */
const most = 60;

/**
 * The last days on which a public task or a part of it was reported or taken back, and the day itself, in order: how far the task
 * was on each, as its page said then, its parts rolled up as they were. One query, and as many rows as days.
 */
export async function progressDays(code: string, asOf: Day): Promise<SeriesDay[]> {
  const end = sql`${endOfDay(asOf).toISOString()}::timestamptz`;
  const dayOf = (moment: string) =>
    sql`(${sql.raw(moment)} at time zone 'Asia/Shanghai')::date as day`;
  const rows = await database().execute<SeriesDay>(sql`
    with recursive tree as (
      select id from tasks where code = ${code}
      union select below.id from tasks below join tree on below.parent_id = tree.id
    ), shown as materialized (
      select ${tasks.id} from ${tasks} join ${plans} on ${plans.id} = ${tasks.planId}
      where ${tasks.id} = any (array(select id from tree)) and ${isTaskPublic(endOfDay(asOf))}
    ), said as (
      select day, bool_or(reports) as reported, bool_or(takes) as taken from (
        select ${dayOf("r.released_at")}, true as reports, false as takes
        from shown join releases r on r.task_id = shown.id join ${publishedReports} on ${publishedReports.submissionId} = r.submission_id
        where r.disclosure = 'public' and r.released_at < ${end}
        union all select ${dayOf("w.withdrawn_at")}, false, true
        from shown join withdrawals w on w.task_id = shown.id where w.withdrawn_at < ${end}
        union all select ${asOf}::date, false, false
      ) told group by day order by day desc limit ${most}
    )
    select said.day::text, reported as "isReported", taken as "isTakenBack",
      (select ${taskHealth.publicPercent} from ${tasks} join ${taskHealth} on ${keptOn(sql`said.day`)}
        where ${tasks.code} = ${code}) as percent
    from said order by said.day`);
  return [...rows];
}
