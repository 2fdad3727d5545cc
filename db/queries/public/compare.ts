import { and, asc, desc, eq, inArray, isNotNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { inDocuments } from "@/db/queries/tasks/order";
import { versionThen } from "@/db/queries/tasks/version-then";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { taskVersions } from "@/db/schema/versions";
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

/**
 * What became of tracked public tasks between the ends of two days, of a plan or of all: how many in each list, and a part of
 * each in the order of the documents. A task may be in several. The tasks are looked at once.
 */
export async function comparePublic(span: Span, part: Part): Promise<Comparison> {
  const found = selectChanged(span).as("found");
  const { limit, offset = 0 } = part;
  const columns = comparedLists.flatMap((list) => {
    const isIn = sql`filter (where ${sql.identifier(list)})`;
    const codes = sql`(array_agg(${found.code} order by ${found.place}) ${isIn})[${sql.raw(`${offset + 1}:${offset + limit}`)}]`;
    return [
      [`${list}_count`, sql`count(*) ${isIn}`.mapWith(Number)],
      [`${list}_codes`, sql<string[] | null>`${codes}`],
    ] as const;
  });
  const [row = {}] = await database()
    .select(Object.fromEntries(columns) as Record<string, SQL>)
    .from(found);
  const codesOf = (list: ComparedList) => (row[`${list}_codes`] as string[] | null) ?? [];
  const changes = await loadChanges(span, [...new Set(comparedLists.flatMap(codesOf))]);
  return Object.fromEntries(
    comparedLists.map((list) => {
      const count = Number(row[`${list}_count`] ?? 0);
      return [list, { count, changes: codesOf(list).flatMap((code) => changes.get(code) ?? []) }];
    }),
  ) as Comparison;
}

/** The plans with changed tasks, in their order, a part of them with how many tasks that is; and how many plans there are. */
export async function changedPlans(span: Span, { limit, offset = 0 }: Part) {
  const found = selectChanged(span).as("found");
  const rows = await database()
    .select({
      slug: plans.slug,
      shortTitle: plans.shortTitle,
      tasks: sql`count(*)`.mapWith(Number),
      all: sql`count(*) over ()`.mapWith(Number),
    })
    .from(found)
    .innerJoin(plans, eq(plans.id, found.planId))
    .groupBy(plans.id)
    .orderBy(asc(plans.sortOrder), asc(plans.slug))
    .limit(limit)
    .offset(offset);
  return { count: rows[0]?.all ?? 0, plans: rows.map(({ all: _, ...plan }) => plan) };
}

/** How these tasks stood on both days, by code. */
async function loadChanges(span: Span, codes: readonly string[]): Promise<Map<string, Change>> {
  if (codes.length === 0) return new Map();
  const { from, to } = span;
  const reader = database();
  const before = versionThen(reader, endOfDay(from), "version_before");
  const after = versionThen(reader, endOfDay(to), "version_after");
  const [rows, titles] = await Promise.all([
    reader
      .select({
        code: tasks.code,
        wasLight: sql<Light | null>`${was.publicLight}`,
        wasPercent: sql<number | null>`${was.publicPercent}`,
        wasDue: sql<Day | null>`${before.dueOn}`,
        light: is.publicLight,
        percent: is.publicPercent,
        dueOn: after.dueOn,
      })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .innerJoinLateral(after, sql`true`)
      .innerJoin(is, keptOn(to, is))
      .leftJoinLateral(before, wasPublic(from))
      .leftJoin(was, and(keptOn(from, was), wasPublic(from)))
      .where(inArray(tasks.code, [...codes])),
    publicTitles(to, codes),
  ]);
  return new Map(
    rows.map(({ code, wasLight, wasPercent, wasDue, ...now }) => {
      const then = wasLight && { light: wasLight, percent: wasPercent, dueOn: wasDue };
      return [code, { code, title: titles.get(code) ?? code, before: then, after: now }];
    }),
  );
}

/** Every task that is in a list, with its place in the order of the documents and whether it is in each. */
function selectChanged({ from, to, planSlug }: Span) {
  const reader = database();
  const ends = [from, to].map((day) => sql`${endOfDay(day).toISOString()}::timestamptz`);
  // Only where something was written to the register between the days may a due day be another.
  const written = reader
    .selectDistinct({ taskId: sql<string>`${taskVersions.taskId}`.as("written_id") })
    .from(taskVersions)
    .where(sql`${taskVersions.at} >= ${ends[0]} and ${taskVersions.at} < ${ends[1]}`)
    .as("written");
  const dueThen = (name: string, day: Day) =>
    reader
      .select({ dueOn: sql<Day | null>`${taskVersions.dueOn}`.as(name) })
      .from(taskVersions)
      .where(
        and(
          isNotNull(written.taskId),
          eq(taskVersions.taskId, tasks.id),
          lt(taskVersions.at, endOfDay(day)),
        ),
      )
      .orderBy(desc(taskVersions.sequence))
      .limit(1)
      .as(`version_${name}`);
  const rule = (list: ComparedList) => sql<boolean>`coalesce(${rules[list]}, false)`;
  return reader
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
    .leftJoin(written, eq(written.taskId, tasks.id))
    .leftJoinLateral(dueThen("was_due", from), wasPublic(from))
    .leftJoinLateral(dueThen("is_due", to), sql`true`)
    .where(
      and(
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
const [wasDue, isDue] = [sql`version_was_due.was_due`, sql`version_is_due.is_due`];

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
