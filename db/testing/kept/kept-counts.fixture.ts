import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { documentKeys } from "@/db/queries/tasks/order";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";

const ends = sql<Date>`((each.day + 1)::timestamp at time zone 'Asia/Shanghai')`;
const ofCount = sql.raw("unit_id, leads, helps, is_tracked, light");

/**
 * What is kept of how many public tasks there are is, on every day on which it changes, what there are; and what stands with each
 * span of the task itself is what the task says. Throws where not.
 */
export async function checkKeptCounts(): Promise<void> {
  const told = sql`select each.day, ${ofCount}, sum(added) as number from days as each
    join kept_counts kept on kept.grain = 'day' and kept.day <= each.day group by each.day, ${ofCount} having sum(added) <> 0`;
  const unit = sql`lateral (select null::uuid as unit_id, false as leads, false as helps
    union select id, id is not distinct from ${taskHealth.leadId}, id = any(${taskHealth.cooperatingIds})
    from unnest(${taskHealth.leadId} || ${taskHealth.cooperatingIds}) as id where id is not null) as unit`;
  const ruled = sql`select each.day, unit_id, leads, helps, ${tasks.kind} <> 'principle' as is_tracked, ${taskHealth.publicLight} as light, count(*)
    from days as each join ${taskHealth} on ${taskHealth.from} <= each.day and coalesce(${taskHealth.until}, 'infinity') > each.day
    join ${tasks} on ${tasks.id} = ${taskHealth.taskId} join ${plans} on ${plans.id} = ${tasks.planId} cross join ${unit}
    where ${isTaskPublic(ends)} group by each.day, unit_id, leads, helps, 5, 6`;
  const wrong = await database().execute(sql`
    with days as (select day from kept_counts where grain = 'day' union select day - 1 from kept_counts where grain = 'day'),
    told as (${told}), ruled as (${ruled})
    (select 'kept' as what, * from told except all select 'kept', * from ruled)
    union all (select 'missing', * from ruled except all select 'missing', * from told)`);
  expect([...wrong]).toEqual([]);
  const sums = await database().execute(sql`
    select grain, day, ${ofCount}, sum(added) from (
      select grain, day, ${ofCount}, added from kept_counts where grain <> 'day'
      union all select long.grain, date_trunc(long.grain, day::timestamp)::date, ${ofCount}, -added
      from kept_counts cross join (values ('month'), ('year')) as long (grain) where kept_counts.grain = 'day') as each
    group by grain, day, ${ofCount} having sum(added) <> 0`);
  expect([...sums]).toEqual([]);
  await checkPlaces();
  await checkTold();
}

/** What stands with each span of the task itself is what the task says, and in the order of the documents. */
async function checkPlaces() {
  const ofTask = sql`from ${taskHealth} join ${tasks} on ${tasks.id} = ${taskHealth.taskId} join ${plans} on ${plans.id} = ${tasks.planId}`;
  const wrong = await database().execute(sql`
    select ${tasks.code} ${ofTask} where ${taskHealth.planId} is distinct from ${tasks.planId}
      or ${taskHealth.isTracked} <> (${tasks.kind} <> 'principle') or (${taskHealth.publicFrom} is not null) <> (${isTaskPublic()})
    union all select code from (
      select ${tasks.code}, place, lag(place) over (order by ${sql.join(documentKeys, sql`, `)}, from_day) as before ${ofTask}) as each
    where place < before`);
  expect([...wrong]).toEqual([]);
}

/** What everybody is told of stands with each version of the register that says it. */
async function checkTold() {
  const wrong = await database().execute(sql`
    select task_id, sequence from (
      select *, row_number() over own = 1 or lag(said) over own <> said as ruled
      from (select *, (status, lead_department_id, struck_off_on)::text as said from task_versions) as each
      window own as (partition by task_id order by sequence)) as each
    where is_told <> ruled`);
  expect([...wrong]).toEqual([]);
}
