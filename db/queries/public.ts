import { asc, desc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { publishedReports } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/days";
import { dayIn } from "@/lib/domain/days";
import { paragraphAt, sentenceAround } from "@/lib/domain/quotes";
import { isTracked } from "@/lib/domain/tasks";
import { loadPublicStandings, type Standing } from "./standing";
import { selectTasks, type TaskRow } from "./task-rows";

/**
 * The public door. It names each field that may leave, and reads reports only from `published_reports`, where nothing
 * is that a final approval did not put there. No ids, no people, no drafts.
 */
function publicTask(row: TaskRow, text: string, standing: Standing) {
  return {
    code: row.code,
    kind: row.kind,
    isTracked: isTracked(row.kind),
    title: row.title,
    quote: row.quote,
    place: {
      paragraph: paragraphAt(text, row.quoteStart),
      start: row.quoteStart,
      end: row.quoteEnd,
    },
    sentence: sentenceAround(text, { start: row.quoteStart, end: row.quoteEnd }),
    reference: row.reference,
    note: row.note,
    parentCode: row.parentCode,
    parentTitle: row.parentTitle,
    plan: { slug: row.planSlug, title: row.planTitle, shortTitle: row.planShortTitle },
    document: { slug: row.documentSlug, title: row.documentTitle },
    status: row.status,
    lead: row.lead,
    cooperating: row.cooperating.map(({ name }) => name),
    ownerVerbatim: row.ownerVerbatim,
    ownerBasis: row.ownerBasis,
    completedOn: row.completedOn,
    deadline: {
      verbatim: row.deadlineVerbatim,
      kind: row.deadlineKind,
      note: row.deadlineNote,
      basis: row.deadlineBasis,
      windowStart: row.windowStart,
      dueOn: row.dueOn,
      baselineDueOn: row.baselineDueOn,
      restDay: standing.restDay,
    },
    cycle: row.cycle,
    standing,
  };
}
type PublicTask = ReturnType<typeof publicTask>;

/** Every task that the public may see, in document order: of one plan, or of all. */
export async function publicTasks(today: Day, planSlug?: string): Promise<PublicTask[]> {
  const reader = database();
  const [rows, texts, standings] = await Promise.all([
    selectTasks(reader, planSlug === undefined ? undefined : eq(plans.slug, planSlug)),
    reader.select({ slug: documents.slug, text: documents.text }).from(documents),
    loadPublicStandings(reader, today),
  ]);
  const textOf = new Map(texts.map(({ slug, text }) => [slug, text]));
  return rows.flatMap((row) => {
    const standing = standings.get(row.code);
    return standing ? [publicTask(row, textOf.get(row.documentSlug) ?? "", standing)] : [];
  });
}

/** The slug of the plan that a task belongs to, or null. */
export async function planOfTask(code: string): Promise<string | null> {
  const [found] = await database()
    .select({ slug: plans.slug })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(tasks.code, code));
  return found?.slug ?? null;
}

/** Plans in order, with the document each stands on. */
export function publicPlans() {
  return database()
    .select({
      slug: plans.slug,
      title: plans.title,
      shortTitle: plans.shortTitle,
      summary: plans.summary,
      staleDays: plans.staleDays,
      documentSlug: documents.slug,
      documentTitle: documents.title,
      documentNumber: documents.documentNumber,
      issuer: documents.issuer,
      datedOn: documents.datedOn,
      publishedOn: documents.publishedOn,
    })
    .from(plans)
    .innerJoin(documents, eq(documents.id, plans.documentId))
    .orderBy(asc(plans.sortOrder));
}
export type PublicPlan = Awaited<ReturnType<typeof publicPlans>>[number];

/** A task's published reports, newest first. */
export async function publicReports(code: string) {
  const rows = await database()
    .select({
      kind: publishedReports.kind,
      progress: publishedReports.progress,
      problems: publishedReports.problems,
      nextSteps: publishedReports.nextSteps,
      percent: publishedReports.percent,
      periodStart: publishedReports.periodStart,
      periodEnd: publishedReports.periodEnd,
      noNews: publishedReports.noNews,
      publishedAt: publishedReports.publishedAt,
      isDemo: publishedReports.isDemo,
    })
    .from(publishedReports)
    .innerJoin(tasks, eq(tasks.id, publishedReports.taskId))
    .where(eq(tasks.code, code))
    .orderBy(desc(publishedReports.publishedAt));
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedOn: dayIn(publishedAt) }));
}
