import { asc, eq, inArray, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { taskCooperators, tasks } from "@/db/schema/tasks";

const parents = alias(tasks, "parents");
const leads = alias(departments, "leads");

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
  planSlug: plans.slug,
  planTitle: plans.title,
  planShortTitle: plans.shortTitle,
  documentSlug: documents.slug,
  documentTitle: documents.title,
  status: tasks.status,
  ownerVerbatim: tasks.ownerVerbatim,
  ownerBasis: tasks.ownerBasis,
  leadId: tasks.leadDepartmentId,
  leadCode: leads.code,
  lead: leads.name,
  assignedAt: tasks.assignedAt,
  receivedAt: tasks.receivedAt,
  completedOn: tasks.completedOn,
  deadlineVerbatim: tasks.deadlineVerbatim,
  deadlineKind: tasks.deadlineKind,
  deadlineNote: tasks.deadlineNote,
  deadlineBasis: tasks.deadlineBasis,
  windowStart: tasks.windowStart,
  dueOn: tasks.dueOn,
  baselineDueOn: tasks.baselineDueOn,
  cycle: tasks.reportingCycle,
  isDemo: tasks.isDemo,
  version: tasks.version,
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
    .where(where)
    .orderBy(asc(plans.sortOrder), asc(tasks.sortOrder));
  const cooperating = await cooperatorsOf(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, cooperating: cooperating.get(row.id) ?? [] }));
}
export type TaskRow = Awaited<ReturnType<typeof selectTasks>>[number];

type Cooperator = { id: string; code: string; name: string };

async function cooperatorsOf(reader: Reader, taskIds: string[]) {
  const byTask = new Map<string, Cooperator[]>();
  if (taskIds.length === 0) return byTask;
  const rows = await reader
    .select({
      taskId: taskCooperators.taskId,
      id: departments.id,
      code: departments.code,
      name: departments.name,
    })
    .from(taskCooperators)
    .innerJoin(departments, eq(departments.id, taskCooperators.departmentId))
    .where(inArray(taskCooperators.taskId, taskIds))
    .orderBy(asc(taskCooperators.sortOrder));
  for (const { taskId, ...unit } of rows) byTask.set(taskId, [...(byTask.get(taskId) ?? []), unit]);
  return byTask;
}
