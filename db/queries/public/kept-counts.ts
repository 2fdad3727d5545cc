import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { keptCounts } from "@/db/schema/task-health";
import type { Day } from "@/lib/domain/calendar/days";
import type { Light } from "@/lib/domain/tasks/lights";

const { grain, day, unitId, leads, helps, isTracked, light, added } = keptCounts;

/** What had been added by the end of a day: the years before its own, the months before its own, and its days. */
const addedBy = (asOf: Day) => sql`(
  (${grain} = 'year' and ${day} < date_trunc('year', ${asOf}::date))
  or (${grain} = 'month' and ${day} >= date_trunc('year', ${asOf}::date) and ${day} < date_trunc('month', ${asOf}::date))
  or (${grain} = 'day' and ${day} >= date_trunc('month', ${asOf}::date) and ${day} <= ${asOf}))`;

const sumOf = (which: SQL) =>
  sql<number>`coalesce(sum(${added}) filter (where ${which}), 0)`.mapWith(Number);
const any = sql`sum(${added}) > 0`;

/** Of which tasks: of all, or of those of one unit (by its id) that it leads, helps with, or either. */
export type OfUnit = { id: string; as?: "leads" | "helps" };
type Counted = { unit?: OfUnit; lights?: readonly Light[]; isTracked?: boolean };

function isCounted(asOf: Day, { unit, ...asked }: Counted) {
  return and(
    addedBy(asOf),
    unit ? eq(unitId, unit.id) : isNull(unitId),
    unit?.as && eq(keptCounts[unit.as], true),
    asked.lights && inArray(light, [...asked.lights]),
    asked.isTracked ? eq(isTracked, true) : undefined,
  );
}

/** How many public tasks there are on a day. */
export async function countShown(asOf: Day, counted: Counted): Promise<number> {
  const [found] = await database()
    .select({ count: sumOf(sql`true`) })
    .from(keptCounts)
    .where(isCounted(asOf, counted));
  return found?.count ?? 0;
}

/** The same of those that are tracked, by their light. */
export function countLights(asOf: Day, unit?: OfUnit): Promise<{ light: Light; count: number }[]> {
  return database()
    .select({ light, count: sumOf(sql`true`) })
    .from(keptCounts)
    .where(isCounted(asOf, { unit, isTracked: true }))
    .groupBy(light)
    .having(any);
}

/** How many tracked public tasks each unit leads on a day and helps with, by their light; a unit that has none is not there. */
export function countLightsOfUnits(asOf: Day) {
  return database()
    .select({
      unitId: sql<string>`${unitId}`,
      light,
      leads: sumOf(sql`${leads}`),
      cooperates: sumOf(sql`${helps}`),
    })
    .from(keptCounts)
    .where(and(addedBy(asOf), sql`${unitId} is not null`, isTracked))
    .groupBy(unitId, light)
    .having(any);
}
