import { and, eq, type SQL, sql } from "drizzle-orm";
import { publishedReports, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Period } from "@/lib/domain/calendar/periods";

// As SQL over tasks. A column in `eq` keeps the name of its table also where a query selects from one table only.

/** The periods that a task's published reports speak for. */
export const publishedPeriods = sql<Period[]>`(
  select ${periods(sql`${publishedReports.periodStart}`, sql`${publishedReports.periodEnd}`)}
  from ${publishedReports} where ${eq(publishedReports.taskId, tasks.id)}
)`;

/** The periods that a cooperating unit's approved reports on its part (配合情况) speak for. */
export function contributedPeriods(departmentId: string): SQL<Period[]> {
  const content = sql`${submissions.content}`;
  const isPart = and(
    eq(submissions.taskId, tasks.id),
    eq(submissions.departmentId, departmentId),
    eq(submissions.kind, "contribution"),
    eq(submissions.status, "approved"),
  );
  return sql`(
    select ${periods(sql`${content} ->> 'periodStart'`, sql`${content} ->> 'periodEnd'`)}
    from ${submissions} where ${isPart}
  )`;
}

function periods(start: SQL, end: SQL): SQL {
  return sql`coalesce(jsonb_agg(jsonb_build_object('start', ${start}, 'end', ${end})), '[]')`;
}
