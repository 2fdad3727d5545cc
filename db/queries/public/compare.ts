import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { inDocuments } from "@/db/queries/tasks/order";
import { versionThen } from "@/db/queries/tasks/version-then";
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
import { publicTasks } from "./public";

const was = alias(taskHealth, "was");
const is = alias(taskHealth, "now");
/** A page of many more than this would be heavier than a public page may be; each list shows some, whatever the others hold. */
const mostShown = 150;
const leastShown = 10;

type Span = { from: Day; to: Day; planSlug: string | null };

/**
 * What became of tracked public tasks between the ends of two days, of a plan or of all: how many in each list, and the first of
 * them in the order of the documents. A task may be in several.
 */
export async function comparePublic(span: Span): Promise<Comparison> {
  const found = selectBoth(span).as("found");
  const [counts] = await database()
    .select(
      Object.fromEntries(
        comparedLists.map((list) => [
          list,
          sql`count(*) filter (where ${sql.identifier(list)})`.mapWith(Number),
        ]),
      ) as Record<ComparedList, SQL<number>>,
    )
    .from(found);
  let room = mostShown;
  const parts = comparedLists.map((list) => {
    const count = counts?.[list] ?? 0;
    const shown = Math.min(count, Math.max(room, leastShown));
    room -= shown;
    return { list, count, shown };
  });
  const lists = await Promise.all(
    parts.map(async ({ list, count, shown }) => {
      const changes = shown > 0 ? await firstOf(span, list, shown) : [];
      return [list, { count, changes }] as const;
    }),
  );
  return Object.fromEntries(lists) as Comparison;
}

async function firstOf(span: Span, list: ComparedList, limit: number): Promise<Change[]> {
  const rows = await selectBoth(span, rules[list])
    .orderBy(...inDocuments)
    .limit(limit);
  const shown = await publicTasks(span.to, { codes: rows.map(({ code }) => code) });
  const titles = new Map(shown.map(({ code, title }) => [code, title]));
  return rows.map(({ code, wasLight, wasPercent, wasDue, ...after }) => ({
    ...{ code, title: titles.get(code) ?? code },
    before: wasLight && { light: wasLight, percent: wasPercent, dueOn: wasDue },
    after: { light: after.isLight, percent: after.isPercent, dueOn: after.isDue },
  }));
}

function selectBoth({ from, to, planSlug }: Span, where?: SQL) {
  const reader = database();
  const [before, after] = [
    versionThen(reader, endOfDay(from), "version_before"),
    versionThen(reader, endOfDay(to), "version_after"),
  ];
  return reader
    .select({
      code: tasks.code,
      wasLight: sql<Light | null>`${was.publicLight}`.as("was_light"),
      wasPercent: sql<number | null>`${was.publicPercent}`.as("was_percent"),
      wasDue: sql<Day | null>`${before.dueOn}`.as("was_due"),
      isLight: sql<Light>`${is.publicLight}`.as("is_light"),
      isPercent: sql<number | null>`${is.publicPercent}`.as("is_percent"),
      isDue: sql<Day | null>`${after.dueOn}`.as("is_due"),
      ...(Object.fromEntries(
        comparedLists.map((list) => [list, sql<boolean>`coalesce(${rules[list]}, false)`.as(list)]),
      ) as Record<ComparedList, SQL.Aliased<boolean>>),
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoinLateral(after, sql`true`)
    .innerJoin(is, keptOn(to, is))
    .leftJoinLateral(before, sql`${wasPublic(from)}`)
    .leftJoin(was, and(keptOn(from, was), wasPublic(from)))
    .where(
      and(
        isTaskPublic(endOfDay(to)),
        ne(tasks.kind, "principle"),
        planSlug === null ? undefined : eq(plans.slug, planSlug),
        where,
      ),
    )
    .$dynamic();
}

const wasPublic = (from: Day) => sql`(${isTaskPublic(endOfDay(from))})`;

/** From well to ill. What is done, parked or called off is neither. */
const severity = (light: SQL) =>
  sql`case ${light} when 'yellow' then 1 when 'red' then 2 else 0 end`;
const [wasLight, isLight] = [sql`${was.publicLight}`, sql`${is.publicLight}`];
const [wasPercent, isPercent] = [sql`${was.publicPercent}`, sql`${is.publicPercent}`];
const [wasDue, isDue] = [sql`version_before.due_on`, sql`version_after.due_on`];

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
