import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { unitsOn } from "@/db/queries/people/units";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { inDocuments } from "@/db/queries/tasks/order";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";

const parents = alias(tasks, "parents");

/**
 * Where every public task stands on a day, in document order: under what, in which plan and document, whose it is (units by their codes), and the day of its
 * last news. Nothing of what it says.
 */
export async function publicPlaces(asOf: Day) {
  const reader = database();
  const [rows, units] = await Promise.all([
    reader
      .select({
        code: tasks.code,
        parentCode: parents.code,
        plan: plans.slug,
        document: documents.slug,
        leadId: taskHealth.leadId,
        cooperatingIds: taskHealth.cooperatingIds,
        updatedOn: taskHealth.publicUpdatedOn,
      })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .innerJoin(documents, eq(documents.id, tasks.documentId))
      .innerJoin(taskHealth, keptOn(asOf))
      .leftJoin(parents, eq(parents.id, tasks.parentId))
      .where(isTaskPublic(endOfDay(asOf)))
      .orderBy(...inDocuments),
    unitsOn(asOf),
  ]);
  return rows.map(({ leadId, cooperatingIds, ...row }) => ({
    ...row,
    units: [leadId, ...cooperatingIds].flatMap((id) => units.get(id ?? "")?.code ?? []),
  }));
}
