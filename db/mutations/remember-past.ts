import { sql } from "drizzle-orm";
import type { Database, Reader } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { publicFactsByDay } from "@/db/queries/tasks/task-health";
import { taskHealth } from "@/db/schema/task-health";
import type { Day } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import { type HealthSpan, healthSpans, joinSpans } from "@/lib/domain/public/health-spans";
import { bulkInsert } from "./bulk-insert";

/**
 * Fills in how public tasks stood on each day before their memory began, by what was known on it: once, after an upgrade from
 * before there was one. `today` is not among them.
 */
export async function rememberPast(db: Database, today: Day): Promise<void> {
  if ((await db.$count(taskHealth)) > 0) return;
  const calendar = await loadCalendar(db);
  const spans = new Map<string, HealthSpan[]>();
  for (const [day, rows] of groupBy(await eventfulDays(db), (row) => row.day)) {
    if (day >= today) continue;
    const codes = rows.map(({ code }) => code);
    const facts = (await publicFactsByDay(db, [day], { codes })).get(day) ?? [];
    const idOf = new Map(facts.map(({ code, id }) => [code, id]));
    for (const [code, after] of healthSpans(facts, calendar, day)) {
      const id = idOf.get(code) ?? "";
      spans.set(id, joinSpans(spans.get(id) ?? [], after));
    }
  }
  const kept = [...spans].flatMap(([taskId, own]) =>
    own
      .filter(({ from }) => from < today)
      .map((span) => ({
        ...span,
        taskId,
        until: span.until && span.until < today ? span.until : today,
      })),
  );
  await db.transaction((tx) => bulkInsert(tx, taskHealth, kept));
}

/** The days on which anything happened that the health of a public task rests on, in order, each with the roots of its trees. */
async function eventfulDays(reader: Reader): Promise<{ day: Day; code: string }[]> {
  const rows = await reader.execute<{ day: Day; code: string }>(sql`
    with recursive tree as (
      select id, id as root_id from tasks where parent_id is null
      union all select t.id, tree.root_id from tasks t join tree on t.parent_id = tree.id
    ), events as (
      select at, task_id from task_versions
      union all select published_at, task_id from published_reports
      union all select released_at, task_id from releases
      union all select withdrawn_at, task_id from withdrawals
      union all select confirmed_at, task_id from corrections where task_id is not null
      union all select v.at, t.id from plan_versions v join tasks t on t.plan_id = v.plan_id
      union all select p.published_at, t.id from plans p join tasks t on t.plan_id = p.id
      union all select r.published_at, t.id from registrations r join tasks t on t.registration_id = r.id
    )
    select distinct (e.at at time zone 'Asia/Shanghai')::date::text as day, root.code
    from events e join tree on tree.id = e.task_id join tasks root on root.id = tree.root_id
    where isfinite(e.at) order by 1`);
  return [...rows];
}
