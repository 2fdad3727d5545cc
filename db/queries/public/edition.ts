import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isPlanPublic, isTaskPublic } from "@/db/queries/is-public";
import { inDocuments } from "@/db/queries/tasks/order";
import { documents } from "@/db/schema/documents";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";

/**
 * Where a public task is to be seen: the tasks above it, its plan, its document, and by their codes the units that lead it,
 * take part or ever did, with what they are part of. Null when it is not public.
 */
export async function placeOfTask(code: string) {
  const [found] = await database()
    .select({
      plan: plans.slug,
      document: documents.slug,
      above: sql<string[]>`array(with recursive above as (
        select parent_id from tasks own where own.id = ${tasks.id}
        union all select parent.parent_id from tasks parent join above on above.parent_id = parent.id)
        select upper_task.code from above join tasks upper_task on upper_task.id = above.parent_id)`,
      units: sql<string[]>`array(with recursive involved as (
        select unit.id, unit.parent_id, unit.code from departments unit where unit.id in (
          select unnest(version.cooperating_ids || version.lead_department_id) from task_versions version where version.task_id = ${tasks.id})
        union select unit.id, unit.parent_id, unit.code from departments unit join involved on involved.parent_id = unit.id)
        select involved.code from involved)`,
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(documents, eq(documents.id, tasks.documentId))
    .where(and(eq(tasks.code, code), isTaskPublic()));
  return found ?? null;
}

/** What people look for first, at most so many of each: plans that are under way, units that lead something, and top tasks. */
export async function mostSought(most: { plans: number; units: number; tasks: number }) {
  const reader = database();
  const isLeading = sql`exists (select from ${tasks} join ${plans} on ${plans.id} = ${tasks.planId}
    where ${tasks.leadDepartmentId} = ${departments.id} and ${isPlanPublic()})`;
  const [foundPlans, foundUnits, foundTasks] = await Promise.all([
    reader
      .select({ slug: plans.slug })
      .from(plans)
      .where(and(isPlanPublic(), isNull(plans.archivedAt)))
      .orderBy(asc(plans.sortOrder))
      .limit(most.plans),
    reader
      .select({ code: departments.code })
      .from(departments)
      .where(isLeading)
      .orderBy(asc(departments.sortOrder), asc(departments.code))
      .limit(most.units),
    reader
      .select({ code: tasks.code })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(and(isTaskPublic(), isNull(tasks.parentId), isNull(plans.archivedAt)))
      .orderBy(...inDocuments)
      .limit(most.tasks),
  ]);
  return {
    plans: foundPlans.map(({ slug }) => slug),
    units: foundUnits.map(({ code }) => code),
    tasks: foundTasks.map(({ code }) => code),
  };
}
