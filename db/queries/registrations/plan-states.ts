import { and, asc, count, eq, inArray, ne, not, type SQL, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { planStateOf } from "@/lib/domain/registrations/registrations";
import { closedStatuses } from "@/lib/domain/tasks/tasks";

import { pageBounds, pageSize } from "./page-bounds";
/** One page of all plans with their state and how many of their tasks are open. For overseers; nobody else gets any. */
export async function listPlanStates(actor: Actor, asked: unknown) {
  if (!can(actor, "plan.draft")) return { rows: [], page: 1, pages: 1 };
  const reader = database();
  const { page, pages, offset } = pageBounds(await reader.$count(plans), asked);
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
  return { rows: rows.map((row) => ({ ...row, state: planStateOf(row) })), page, pages };
}

const isOpen = sql`(${ne(tasks.kind, "principle")} and ${not(inArray(tasks.status, [...closedStatuses]))})`;

/** The tasks of a plan that are still open, the first so many. */
export function openTasksOf(reader: Reader, planId: string, where?: SQL) {
  return reader
    .select({ code: tasks.code, title: tasks.title, status: tasks.status, unit: departments.name })
    .from(tasks)
    .leftJoin(departments, eq(departments.id, tasks.leadDepartmentId))
    .where(and(eq(tasks.planId, planId), isOpen, where))
    .orderBy(asc(tasks.sortOrder), asc(tasks.code))
    .limit(50);
}

/** A plan with its state, its document, what of it is open and how much it has been added to. Null where it is not theirs to see. */
export async function planState(actor: Actor, slug: string) {
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
  const [open, [counted]] = await Promise.all([
    openTasksOf(reader, plan.id),
    reader.select({ tasks: count() }).from(tasks).where(eq(tasks.planId, plan.id)),
  ]);
  return { ...plan, state: planStateOf(plan), open, tasks: counted?.tasks ?? 0 };
}
