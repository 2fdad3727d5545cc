import { and, asc, eq, inArray, ne, not, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { pageAt } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { planStateOf } from "@/lib/domain/registrations/registrations";
import { closedStatuses } from "@/lib/domain/tasks/tasks";
import { pageBounds, pageSize } from "./page-bounds";
/** One page of all plans with their state and how many of their tasks are open, and how many plans there are. For overseers; nobody else gets any. */
export async function listPlanStates(actor: Actor, asked: unknown) {
  if (!can(actor, "plan.draft")) return { rows: [], total: 0, page: 1, pages: 1 };
  const reader = database();
  const total = await reader.$count(plans);
  const { page, pages, offset } = pageBounds(total, asked);
  const rows = await reader
    .select({
      slug: plans.slug,
      title: plans.title,
      publishedAt: plans.publishedAt,
      endedAt: plans.endedAt,
      archivedAt: plans.archivedAt,
      open: sql`(select count(*) from ${tasks} where ${eq(tasks.planId, plans.id)} and ${isOpen})`.mapWith(
        Number,
      ),
    })
    .from(plans)
    .orderBy(asc(plans.sortOrder), asc(plans.slug))
    .limit(pageSize)
    .offset(offset);
  return { rows: rows.map((row) => ({ ...row, state: planStateOf(row) })), total, page, pages };
}

const isOpen = sql`(${ne(tasks.kind, "principle")} and ${not(inArray(tasks.status, [...closedStatuses]))})`;

const openPerPage = 50;

/** The tasks of a plan that are still open, fifty of them from `offset`. */
export function openTasksOf(reader: Reader, planId: string, offset = 0) {
  return reader
    .select({ code: tasks.code, title: tasks.title, status: tasks.status, unit: departments.name })
    .from(tasks)
    .leftJoin(departments, eq(departments.id, tasks.leadDepartmentId))
    .where(and(eq(tasks.planId, planId), isOpen))
    .orderBy(asc(tasks.sortOrder), asc(tasks.code))
    .limit(openPerPage)
    .offset(offset);
}

/**
 * A plan with its state, its document, a page of what of it is open, and how many tasks are and are open. Null where it is not
 * theirs to see.
 */
export async function planState(actor: Actor, slug: string, asked?: unknown) {
  if (!can(actor, "plan.draft")) return null;
  const reader = database();
  const [plan] = await reader
    .select({
      id: plans.id,
      slug: plans.slug,
      title: plans.title,
      version: plans.version,
      publishedAt: plans.publishedAt,
      endedAt: plans.endedAt,
      archivedAt: plans.archivedAt,
      documentSlug: documents.slug,
      documentTitle: documents.title,
    })
    .from(plans)
    .innerJoin(documents, eq(documents.id, plans.documentId))
    .where(eq(plans.slug, slug));
  if (!plan) return null;
  const ofPlan = eq(tasks.planId, plan.id);
  const [all, openCount] = await Promise.all([
    reader.$count(tasks, ofPlan),
    reader.$count(tasks, and(ofPlan, isOpen)),
  ]);
  const { page, pages, offset } = pageAt(openCount, asked, openPerPage);
  const open = await openTasksOf(reader, plan.id, offset);
  return { ...plan, state: planStateOf(plan), open, openCount, page, pages, tasks: all };
}
