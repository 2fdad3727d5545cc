import { eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { countersignersOf } from "@/lib/domain/submissions/submission-kinds";
import { cooperatorsOf } from "./cooperators";
import { declarerIds } from "./declarers";
import { inDocuments } from "./order";
import { routeOfTask, writerIds } from "./visible-to";

const parents = alias(tasks, "parents");
const leads = alias(departments, "leads");
const splitters = alias(departments, "splitters");

/** The columns that everybody may read of a task. Ids are for the workspace; the public door leaves them out. */
const columns = {
  id: tasks.id,
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
  parentStatus: parents.status,
  parentLeadId: parents.leadDepartmentId,
  parentDueOn: parents.dueOn,
  splitBy: splitters.name,
  scope: tasks.scope,
  planSlug: plans.slug,
  planTitle: plans.title,
  planShortTitle: plans.shortTitle,
  isPlanOver: sql<boolean>`(${plans.endedAt} is not null)`,
  documentSlug: documents.slug,
  documentTitle: documents.title,
  status: tasks.status,
  ownerVerbatim: tasks.ownerVerbatim,
  ownerBasis: tasks.ownerBasis,
  leadId: tasks.leadDepartmentId,
  leadCode: leads.code,
  lead: leads.name,
  leadShortName: leads.shortName,
  assignedAt: tasks.assignedAt,
  receivedAt: tasks.receivedAt,
  completedOn: tasks.completedOn,
  completionSentOn: tasks.completionSentOn,
  suspendedOn: tasks.suspendedOn,
  closedOn: tasks.closedOn,
  struckOffOn: tasks.struckOffOn,
  deadlineVerbatim: tasks.deadlineVerbatim,
  deadlineKind: tasks.deadlineKind,
  deadlineNote: tasks.deadlineNote,
  deadlineBasis: tasks.deadlineBasis,
  windowStart: tasks.windowStart,
  dueOn: tasks.dueOn,
  baselineDueOn: tasks.baselineDueOn,
  cycle: tasks.reportingCycle,
  reportDay: tasks.reportDay,
  isDemo: tasks.isDemo,
  version: tasks.version,
  reviewSteps: routeOfTask,
  declarerIds,
  writerIds,
};

/** Tasks in the order of their documents, each with its cooperating units. Two queries, however many tasks. */
export async function selectTasks(reader: Reader, where?: SQL) {
  const rows = await reader
    .select(columns)
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(documents, eq(documents.id, tasks.documentId))
    .leftJoin(parents, eq(parents.id, tasks.parentId))
    .leftJoin(leads, eq(leads.id, tasks.leadDepartmentId))
    .leftJoin(splitters, eq(splitters.id, tasks.splitById))
    .where(where)
    .orderBy(...inDocuments);
  const cooperating = await cooperatorsOf(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map(({ reviewSteps, ...row }) => {
    const units = cooperating.get(row.id) ?? [];
    return {
      ...row,
      cooperating: units,
      // As the rules of lib/domain ask for them.
      leadDepartmentId: row.leadId,
      cooperatingIds: units.map(({ id }) => id),
      countersignIds: countersignersOf(reviewSteps),
    };
  });
}
