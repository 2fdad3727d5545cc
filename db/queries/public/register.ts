import {
  and,
  arrayContains,
  arrayOverlaps,
  eq,
  inArray,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { versionThen } from "@/db/queries/tasks/version-then";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import { closedStatuses } from "@/lib/domain/tasks/tasks";

// Whose a task is on a day, over the row that is kept of that day (kept-health.ts).

/** That it is of a plan (by its slug). */
export const ofPlan = (slug: string, kept: { planId: AnyPgColumn } = taskHealth): SQL =>
  sql`${kept.planId} = (select own.id from ${plans} own where own.slug = ${slug})`;

/** That a unit (by its id) leads it. */
export const leads = (unitId: string): SQL => eq(taskHealth.leadId, unitId);

/** That a unit takes part in it. */
export const helps = (unitId: string): SQL => arrayContains(taskHealth.cooperatingIds, [unitId]);

/** That one of these units leads it or takes part in it. */
export function concerns(unitIds: readonly string[]): SQL | undefined {
  const ids = [...unitIds];
  return or(inArray(taskHealth.leadId, ids), arrayOverlaps(taskHealth.cooperatingIds, ids));
}

/** That it was neither parked nor closed at the end of a day, and its completion not sent in. */
export function wasMoving(day: Day): SQL {
  const version = versionThen(database(), endOfDay(day));
  const isMoving = and(
    notInArray(version.status, ["suspended", ...closedStatuses]),
    sql`${version.reportSent} ->> 'kind' is distinct from 'completion'`,
  );
  return sql`exists (select from ${version} where ${isMoving})`;
}
