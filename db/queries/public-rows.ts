import { and, asc, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { taskVersions } from "@/db/schema/versions";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";

const parents = alias(tasks, "parents");

/** What the document says of a task, as seeded or split off, and what its register said at the end of a day. */
export function selectPublicRows(reader: Reader, asOf: Day, where?: SQL) {
  const version = reader
    .select()
    .from(taskVersions)
    .where(and(eq(taskVersions.taskId, tasks.id), lt(taskVersions.at, endOfDay(asOf))))
    .orderBy(desc(taskVersions.at))
    .limit(1)
    .as("version");
  return reader
    .select({
      code: tasks.code,
      kind: tasks.kind,
      title: tasks.title,
      quote: tasks.quote,
      quoteStart: tasks.quoteStart,
      quoteEnd: tasks.quoteEnd,
      reference: tasks.reference,
      note: tasks.note,
      parentCode: parents.code,
      parentTitle: parents.title,
      planSlug: plans.slug,
      planTitle: plans.title,
      planShortTitle: plans.shortTitle,
      documentSlug: documents.slug,
      documentTitle: documents.title,
      ownerVerbatim: tasks.ownerVerbatim,
      deadlineVerbatim: tasks.deadlineVerbatim,
      deadlineKind: tasks.deadlineKind,
      deadlineNote: tasks.deadlineNote,
      windowStart: tasks.windowStart,
      status: version.status,
      ownerBasis: version.ownerBasis,
      leadId: version.leadDepartmentId,
      cooperatingIds: version.cooperatingIds,
      completedOn: version.completedOn,
      struckOffOn: version.struckOffOn,
      deadlineBasis: version.deadlineBasis,
      dueOn: version.dueOn,
      baselineDueOn: version.baselineDueOn,
      cycle: version.cycle,
    })
    .from(tasks)
    .innerJoinLateral(version, sql`true`)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(documents, eq(documents.id, tasks.documentId))
    .leftJoin(parents, eq(parents.id, tasks.parentId))
    .where(where)
    .orderBy(
      asc(plans.sortOrder),
      asc(tasks.sortOrder),
      asc(sql`length(${tasks.code})`),
      asc(tasks.code),
    );
}
export type PublicRow = Awaited<ReturnType<typeof selectPublicRows>>[number];
