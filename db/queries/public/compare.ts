import { and, eq, gt, inArray, ne, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { inDocuments } from "@/db/queries/tasks/order";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import {
  type Change,
  type ComparedList,
  type Comparison,
  comparedLists,
} from "@/lib/domain/public/comparison";
import type { Light } from "@/lib/domain/tasks/lights";
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
    const isIn = sql`filter (where ${sql.identifier(list)})`;
    const codes = sql`(array_agg(${found.code} order by ${found.place}) ${isIn})[${sql.raw(`${offset + 1}:${offset + limit}`)}]`;
    return [
      [`${list}_count`, sql`count(*) ${isIn}`.mapWith(Number)],
      [`${list}_codes`, sql<string[] | null>`${codes}`],
    ] as const;
  });
  const byPlan = {
    planCount: sql`count(distinct ${found.planId})`,
    plans: sql`(select coalesce(jsonb_agg(each), '[]') from (
      select p.slug, p.short_title as "shortTitle", p.title_en as "titleEn", count(*) as tasks from found join ${plans} p on p.id = found.plan_id
      group by p.id order by p.sort_order, p.slug limit ${ofPlans.limit} offset ${ofPlans.offset ?? 0}) as each)`,
  };
  const wanted: Record<string, SQL> = { ...Object.fromEntries(columns), ...byPlan };
  const [row = {}] = await reader.with(found).select(wanted).from(found);
  const codesOf = (list: ComparedList) => (row[`${list}_codes`] as string[] | null) ?? [];
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
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .innerJoin(is, keptOn(to, is))
      .leftJoin(was, and(keptOn(from, was), wasPublic(from)))
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
  return database()
    .select({
      code: tasks.code,
      planId: tasks.planId,
      place: sql<number>`row_number() over (order by ${sql.join(inDocuments, sql`, `)})`.as(
        "place",
      ),
      ...(Object.fromEntries(comparedLists.map((list) => [list, rule(list).as(list)])) as Record<
        ComparedList,
        SQL.Aliased<boolean>
      >),
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(is, keptOn(to, is))
    .leftJoin(was, and(keptOn(from, was), wasPublic(from)))
    .where(
      and(
        // Whatever has stood all the time as it does is in no list, unless it is only public by now.
        or(gt(is.from, from), not(wasPublic(from))),
        isTaskPublic(endOfDay(to)),
        ne(tasks.kind, "principle"),
        planSlug === null ? undefined : eq(plans.slug, planSlug),
        or(...comparedLists.map(rule)),
      ),
    );
}

const wasPublic = (from: Day) => sql`(${isTaskPublic(endOfDay(from))})`;

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
