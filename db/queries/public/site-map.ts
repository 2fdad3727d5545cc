import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { inDocuments } from "@/db/queries/tasks/order";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";

// What a map of the site names today, each with the day of its last news; null where there is none.

/** So many public tasks of a plan at most, in document order, by their codes. */
export function tasksMapped(today: Day, slug: string, limit: number) {
  return database()
    .select({ code: tasks.code, updatedOn: taskHealth.publicUpdatedOn })
    .from(tasks)
    .innerJoin(plans, and(eq(plans.id, tasks.planId), eq(plans.slug, slug)))
    .innerJoin(taskHealth, keptOn(today))
    .where(isTaskPublic(endOfDay(today)))
    .orderBy(...inDocuments)
    .limit(limit);
}

/** The units that lead public tasks or take part in them, by their codes. */
export function unitsMapped(today: Day) {
  const helping = sql`select ${taskCooperators.departmentId} from ${taskCooperators}
    where ${taskCooperators.taskId} = ${tasks.id}`;
  const parts = sql`lateral (select ${tasks.leadDepartmentId} as unit_id union ${helping}) as part`;
  return database()
    .select({
      code: departments.code,
      updatedOn: sql<Day | null>`max(${taskHealth.publicUpdatedOn})`,
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(taskHealth, keptOn(today))
    .innerJoin(parts, sql`true`)
    .innerJoin(departments, sql`${departments.id} = part.unit_id`)
    .where(isTaskPublic(endOfDay(today)))
    .groupBy(departments.id)
    .orderBy(asc(departments.sortOrder), asc(departments.code));
}
