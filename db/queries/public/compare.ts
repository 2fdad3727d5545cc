import {
  and,
  between,
  eq,
  gt,
  inArray,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { keptOn, shownOn } from "@/db/queries/tasks/kept-health";
import { plans } from "@/db/schema/plans";
import { seenFrom, taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import {
  type Change,
  type ComparedList,
  type Comparison,
  comparedLists,
} from "@/lib/domain/public/comparison";
import type { Light } from "@/lib/domain/tasks/lights";
import { ofPlan } from "./register";
import { publicTitles } from "./titles";

const was = alias(taskHealth, "was");
const is = alias(taskHealth, "now");

export type Span = { from: Day; to: Day; planSlug: string | null };
type Part = { limit: number; offset?: number };

/** Plans with how many tasks of theirs are in a list, a part of them in their order; and how many plans that is in all. */
export type ChangedPlans = {
  count: number;
  plans: { slug: string; shortTitle: string; titleEn: string | null; tasks: number }[];
};

/**
 * What became of tracked public tasks between the ends of two days, of a plan or of all: how many in each list and a part of
 * each in the order of the documents, and by plan. A task may be in several lists. What changed is looked at once, by what indexes
 * have of it, and counted by plan; tasks are listed of the first plans that have enough of them.
 */
export async function comparePublic(
  span: Span,
  part: Part,
  ofPlans: Part,
): Promise<{ lists: Comparison; byPlan: ChangedPlans }> {
  const { limit, offset = 0 } = part;
  const listed = comparedLists.map((list) => sql.identifier(list));
  const most = limit + offset;
  const picked = listed.map(
    (list) =>
      sql`(select id from placed where ${list} > 0 order by place fetch first ${most} rows with ties)`,
  );
  const ofList = listed.flatMap((list, i) => [
    sql`(select coalesce(sum(${list}), 0) from placed)::int as ${sql.identifier(`${comparedLists[i]}_count`)}`,
    sql`array(select code from (select task_id, place from found where ${list}
      order by place limit ${limit} offset ${offset}) as own join tasks on id = task_id order by place) as ${sql.identifier(`${comparedLists[i]}_codes`)}`,
  ]);
  const [row = {}] = await database().execute<Record<string, unknown>>(sql`
    with placed as materialized (
      select p.id, p.slug, p.short_title, p.title_en, p.sort_order as place, ${comma(listed)}, tasks
      from (${countChanged(span)}) changed join ${plans} p on p.id = changed.plan_id where tasks > 0
    ), found as materialized (${selectChanged(span, sql.join(picked, sql` union `))})
    select ${comma(ofList)}, (select count(*) from placed)::int as plan_count,
      (select coalesce(jsonb_agg(each), '[]') from (
        select slug, short_title as "shortTitle", title_en as "titleEn", tasks from placed
        order by place, slug limit ${ofPlans.limit} offset ${ofPlans.offset ?? 0}) as each) as plans`);
  const codesOf = (list: ComparedList) => row[`${list}_codes`] as string[];
  const changes = await loadChanges(span, [...new Set(comparedLists.flatMap(codesOf))]);
  const lists = Object.fromEntries(
    comparedLists.map((list) => {
      const count = Number(row[`${list}_count`] ?? 0);
      return [list, { count, changes: codesOf(list).flatMap((code) => changes.get(code) ?? []) }];
    }),
  ) as Comparison;
  const changed = row.plans as ChangedPlans["plans"];
  return { lists, byPlan: { count: Number(row.plan_count ?? 0), plans: changed } };
}

const comma = (parts: SQLWrapper[]) => sql.join(parts, sql`, `);

/** How these tasks stood on both days, by code. */
async function loadChanges(span: Span, codes: readonly string[]): Promise<Map<string, Change>> {
  if (codes.length === 0) return new Map();
  const { from, to } = span;
  const [rows, titles] = await Promise.all([
    database()
      .select({
        code: tasks.code,
        wasLight: sql<Light | null>`${was.publicLight}`,
        wasPercent: sql<number | null>`${was.publicPercent}`,
        wasDue: sql<Day | null>`${was.dueOn}`,
        light: is.publicLight,
        percent: is.publicPercent,
        dueOn: is.dueOn,
      })
      .from(tasks)
      .innerJoin(is, keptOn(to, is))
      .leftJoin(was, and(eq(was.taskId, tasks.id), shownOn(from, was)))
      .where(inArray(tasks.code, [...codes])),
    publicTitles(to, codes),
  ]);
  return new Map(
    rows.map(({ code, wasLight, wasPercent, wasDue, ...now }) => {
      const then = wasLight && { light: wasLight, percent: wasPercent, dueOn: wasDue };
      return [
        code,
        { code, ...(titles.get(code) ?? { title: code, titleEn: null }), before: then, after: now },
      ];
    }),
  );
}

/** What may be in a list: whatever has stood all the time as it does is in none, unless it is only public by now. */
function mayHaveChanged({ from, to, planSlug }: Span): SQL | undefined {
  return and(
    between(seenFrom(is.from, is.publicFrom), addDays(from, 1), to),
    shownOn(to, is),
    eq(is.isTracked, true),
    planSlug === null ? undefined : ofPlan(planSlug, is),
  );
}

/** Of each plan how many of its tasks are in each list, and in any. */
function countChanged(span: Span): SQL {
  const { from, to } = span;
  const { taskId, publicLight, publicPercent, dueOn } = was;
  const ended = database()
    .select({ taskId, publicLight, publicPercent, dueOn })
    .from(was)
    .where(
      and(
        ...[lte(was.from, from), lte(was.publicFrom, from)],
        ...[gt(was.until, from), lte(was.until, to)],
      ),
    );
  const counts = comparedLists.map(
    (list) => sql`count(*) filter (where ${rules[list]}) as ${sql.identifier(list)}`,
  );
  // What ended by itself, all at once: not one after another for each task.
  return sql`select ${is.planId} as plan_id, ${comma(counts)}, count(*) filter (where ${or(...Object.values(rules))}) as tasks
    from ${taskHealth} as "now" left join (${ended.getSQL()} offset 0) as "was" on ${eq(was.taskId, is.taskId)}
    where ${mayHaveChanged(span)} group by ${is.planId}`;
}

/** The tasks of these plans, each with its place in the order of the documents and whether it is in each list. */
function selectChanged(span: Span, planIds: SQL): SQL {
  const isIn = comparedLists.map((list) => sql`${rules[list]} as ${sql.identifier(list)}`);
  return sql`select ${is.taskId} as task_id, ${is.place} as place, ${comma(isIn)}
    from ${taskHealth} as "now" left join ${taskHealth} as "was" on ${and(eq(was.taskId, is.taskId), shownOn(span.from, was))}
    where ${and(sql`${is.planId} = any (array(${planIds}))`, mayHaveChanged(span))}`;
}

/** From well to ill. What is done, parked or called off is neither. */
const severity = (light: SQL) =>
  sql`case ${light} when 'yellow' then 1 when 'red' then 2 else 0 end`;
const [wasLight, isLight] = [sql`${was.publicLight}`, sql`${is.publicLight}`];
const [wasPercent, isPercent] = [sql`${was.publicPercent}`, sql`${is.publicPercent}`];
const [wasDue, isDue] = [sql`${was.dueOn}`, sql`${is.dueOn}`];

/** Done and blue are one: a completion is shown with its release. */
const rules: Record<ComparedList, SQL> = {
  done: sql`${isLight} = 'blue' and ${wasLight} <> 'blue'`,
  slipped: sql`${isLight} <> ${wasLight} and ${severity(isLight)} > ${severity(wasLight)}`,
  moved: sql`${wasDue} is not null and ${isDue} is distinct from ${wasDue}`,
  corrected: sql`(${wasLight} = 'blue' and ${isLight} <> 'blue') or coalesce(${isPercent}, 0) < ${wasPercent}`,
  parked: sql`${isLight} = 'paused' and ${wasLight} <> 'paused'`,
  advanced: sql`${wasLight} is not null and coalesce(${isPercent}, 0) > coalesce(${wasPercent}, 0)`,
  added: sql`${wasLight} is null`,
};
