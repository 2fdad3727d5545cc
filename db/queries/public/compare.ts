import { and, between, count, eq, gt, inArray, lte, type SQL, sql } from "drizzle-orm";
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
 * each in the order of the documents, and by plan. A task may be in several lists. The tasks are looked at once.
 */
export async function comparePublic(
  span: Span,
  part: Part,
  ofPlans: Part,
): Promise<{ lists: Comparison; byPlan: ChangedPlans }> {
  const reader = database();
  const found = reader.$with("found").as(selectChanged(span));
  const { limit, offset = 0 } = part;
  const columns = comparedLists.flatMap((list) => {
    const isIn = sql.identifier(list);
    return [
      [`${list}_count`, sql`count(*) filter (where ${isIn})`.mapWith(Number)],
      [
        `${list}_codes`,
        sql<string[]>`array(select code from (select task_id, place from found where ${isIn}
          order by place limit ${limit} offset ${offset}) as own join tasks on id = task_id order by place)`,
      ],
    ] as const;
  });
  const isAny = sql.join(comparedLists.map(sql.identifier), sql` or `);
  const inPlans = reader.$with("in_plans").as((query) =>
    query
      .select({ planId: found.planId, tasks: count().as("tasks") })
      .from(found)
      .where(isAny)
      .groupBy(found.planId),
  );
  const byPlan = {
    planCount: sql`(select count(*) from ${inPlans})`,
    plans: sql`(select coalesce(jsonb_agg(each), '[]') from (
      select p.slug, p.short_title as "shortTitle", p.title_en as "titleEn", ${inPlans.tasks}
      from ${inPlans} join ${plans} p on p.id = ${inPlans.planId}
      order by p.sort_order, p.slug limit ${ofPlans.limit} offset ${ofPlans.offset ?? 0}) as each)`,
  };
  const wanted: Record<string, SQL> = { ...Object.fromEntries(columns), ...byPlan };
  const [row = {}] = await reader.with(found, inPlans).select(wanted).from(found);
  const codesOf = (list: ComparedList) => row[`${list}_codes`] as string[];
  const changes = await loadChanges(span, [...new Set(comparedLists.flatMap(codesOf))]);
  const lists = Object.fromEntries(
    comparedLists.map((list) => {
      const count = Number(row[`${list}_count`] ?? 0);
      return [list, { count, changes: codesOf(list).flatMap((code) => changes.get(code) ?? []) }];
    }),
  ) as Comparison;
  const changed = row.plans as ChangedPlans["plans"];
  return { lists, byPlan: { count: Number(row.planCount ?? 0), plans: changed } };
}

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

/** Every task that is in a list, with its place in the order of the documents and whether it is in each. */
function selectChanged({ from, to, planSlug }: Span) {
  const rule = (list: ComparedList) => sql<boolean>`coalesce(${rules[list]}, false)`;
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
  // By itself, all at once: not one after another for each task.
  const apart = sql`(${ended.getSQL()} offset 0) as "was"`;
  return database()
    .select({
      ...{ taskId: is.taskId, planId: is.planId, place: is.place },
      ...(Object.fromEntries(comparedLists.map((list) => [list, rule(list).as(list)])) as Record<
        ComparedList,
        SQL.Aliased<boolean>
      >),
    })
    .from(is)
    .leftJoin(apart, eq(was.taskId, is.taskId))
    .where(
      and(
        // Whatever has stood all the time as it does is in no list, unless it is only public by now.
        between(seenFrom(is.from, is.publicFrom), addDays(from, 1), to),
        shownOn(to, is),
        eq(is.isTracked, true),
        planSlug === null ? undefined : ofPlan(planSlug, is),
      ),
    );
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
  slipped: sql`${wasLight} is not null and ${severity(isLight)} > ${severity(wasLight)}`,
  moved: sql`${wasDue} is not null and ${isDue} is distinct from ${wasDue}`,
  corrected: sql`(${wasLight} = 'blue' and ${isLight} <> 'blue') or coalesce(${isPercent}, 0) < ${wasPercent}`,
  parked: sql`${isLight} = 'paused' and ${wasLight} <> 'paused'`,
  advanced: sql`${wasLight} is not null and coalesce(${isPercent}, 0) > coalesce(${wasPercent}, 0)`,
  added: sql`${wasLight} is null`,
};
