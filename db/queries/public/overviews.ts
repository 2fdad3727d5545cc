import { and, count, eq, gte, ne, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { unitsOn } from "@/db/queries/people/units";
import { keptOn, shownOn } from "@/db/queries/tasks/kept-health";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import type { DueCount } from "@/lib/domain/public/milestones";
import { type Overview, overviewOf } from "@/lib/domain/public/overview";
import type { TaskKind } from "@/lib/domain/tasks/tasks";
import { countLights, countLightsOfUnits } from "./kept-counts";
import { ofPlan } from "./register";

const isTracked = ne(tasks.kind, "principle");

// Only counts: what they count is what the search finds (find.ts).

/** How the tracked public tasks of each of these plans stand on a day, or only those of a kind, by its slug. */
export async function overviewsOfPlans(
  asOf: Day,
  slugs: readonly string[],
  kind?: TaskKind,
): Promise<Map<string, Overview>> {
  // An array, so that PostgreSQL looks at the tasks of no other plan.
  const ofThese = sql`${tasks.planId} = any(array(select own.id from ${plans} own
    where own.slug in (select jsonb_array_elements_text(${JSON.stringify(slugs)}::text::jsonb))))`;
  const rows = await countLightsOfPlans(asOf, and(ofThese, kind && eq(tasks.kind, kind)));
  const counts = groupBy(rows, ({ slug }) => slug);
  return new Map(slugs.map((slug) => [slug, overviewOf(counts.get(slug) ?? [])]));
}

/** The same of one plan. */
export async function overviewOfPlan(asOf: Day, slug: string, kind?: TaskKind): Promise<Overview> {
  return (await overviewsOfPlans(asOf, [slug], kind)).get(slug) ?? overviewOf([]);
}

/** How the tracked public tasks that a unit leads stand on a day. */
export async function overviewOfUnit(asOf: Day, unitId: string): Promise<Overview> {
  return overviewOf(await countLights(asOf, { id: unitId, as: "leads" }));
}

function countLightsOfPlans(asOf: Day, where: SQL | undefined) {
  return database()
    .select({ slug: plans.slug, light: taskHealth.publicLight, count: count() })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(taskHealth, keptOn(asOf))
    .where(and(isTaskPublic(endOfDay(asOf)), isTracked, where))
    .groupBy(plans.slug, taskHealth.publicLight);
}

/**
 * How many public tasks, of a plan or of all, are due in each of these months (by their first days), by light; from the last
 * of them on all together.
 */
export async function countDue(
  asOf: Day,
  starts: readonly Day[],
  slug?: string,
): Promise<DueCount[]> {
  const [first = asOf, last = asOf] = [starts[0], starts.at(-1)];
  const month = sql<Day>`least(date_trunc('month', ${taskHealth.dueOn})::date, ${last}::date)::text`;
  return database()
    .select({ month, light: taskHealth.publicLight, count: count() })
    .from(taskHealth)
    .where(
      and(
        shownOn(asOf),
        gte(taskHealth.dueOn, first),
        slug === undefined ? undefined : ofPlan(slug),
      ),
    )
    .groupBy(sql`1`, taskHealth.publicLight);
}

/** When anything of each plan was last released by the end of a day, by its slug; a plan without any news is not there. */
export async function updatesOfPlans(asOf: Day): Promise<Map<string, Day>> {
  const rows = await database()
    .select({ slug: plans.slug, updatedOn: sql<Day | null>`max(${taskHealth.publicUpdatedOn})` })
    .from(taskHealth)
    .innerJoin(plans, eq(plans.id, taskHealth.planId))
    .where(shownOn(asOf))
    .groupBy(plans.slug);
  return new Map(rows.flatMap(({ slug, updatedOn }) => (updatedOn ? [[slug, updatedOn]] : [])));
}

/** The units that lead public tasks on a day, or take part in them, in their order, with how many, and how those that they lead stand. */
export async function publicUnits(asOf: Day) {
  const [units, counts] = await Promise.all([unitsOn(asOf), countByUnit(asOf)]);
  return [...units].flatMap(([id, unit]) => {
    const own = counts.get(id);
    return own ? [{ ...unit, ...own }] : [];
  });
}
export type PublicUnit = Awaited<ReturnType<typeof publicUnits>>[number];

/** The units (by id) that lead any public task on a day, or take part in one. */
export async function unitsConcerned(asOf: Day): Promise<Set<string>> {
  return new Set((await countLightsOfUnits(asOf)).map(({ unitId }) => unitId));
}

async function countByUnit(asOf: Day) {
  const rows = await countLightsOfUnits(asOf);
  return new Map(
    [...groupBy(rows, ({ unitId }) => unitId)].map(([unitId, own]) => {
      const overview = overviewOf(own.map(({ light, leads }) => ({ light, count: leads })));
      const cooperates = own.reduce((sum, each) => sum + each.cooperates, 0);
      return [unitId, { leads: overview.total, cooperates, overview }];
    }),
  );
}
