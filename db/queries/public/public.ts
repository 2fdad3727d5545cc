import { and, asc, desc, eq, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database, type Reader } from "@/db/client";
import { isPlanPublic } from "@/db/queries/is-public";
import { unitsOn } from "@/db/queries/people/units";
import { correctionLog, correctionsSince } from "@/db/queries/tasks/corrections";
import { inDocuments } from "@/db/queries/tasks/order";
import { publicHealthByDay } from "@/db/queries/tasks/task-health";
import { versionThen } from "@/db/queries/tasks/version-then";
import { isListed, type Wanted } from "@/db/queries/tasks/wanted";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { planVersions } from "@/db/schema/versions";
import { type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";
import { textBefore } from "@/lib/domain/documents/corrections";
import { textPageAt } from "@/lib/domain/documents/pages";
import { paragraphAt, sentenceAround } from "@/lib/domain/documents/quotes";
import type { PublicHealth, PublicTask } from "@/lib/domain/public/public-task";
import { isWordingHidden, shownTitles, type Title } from "@/lib/domain/public/shown-titles";
import { isTracked } from "@/lib/domain/tasks/tasks";
import { asShownThen, planShownThen } from "./as-shown";

type Units = Awaited<ReturnType<typeof unitsOn>>;

/** The public door: it names each field that may leave. No ids, no people, no drafts. */
function publicTask(
  row: ShownRow,
  text: { onDay: string; now: string },
  units: Units,
  titles: ReadonlyMap<string, Title>,
): PublicTask {
  const { health } = row;
  const lead = units.get(row.leadId ?? "");
  const whole = titles.get(row.parentCode ?? "");
  return {
    code: row.code,
    kind: row.kind,
    isTracked: isTracked(row.kind),
    ...(titles.get(row.code) ?? { title: row.title, titleEn: row.titleEn }),
    isWordingHidden: row.isWordingHidden,
    quote: row.quote,
    place: {
      paragraph: paragraphAt(text.onDay, row.quoteStart),
      start: row.quoteStart,
      end: row.quoteEnd,
    },
    textPage: textPageAt(text.now, row.quoteStart),
    sentence: sentenceAround(text.onDay, { start: row.quoteStart, end: row.quoteEnd }),
    reference: row.reference,
    note: row.note,
    parentCode: row.parentCode,
    parentTitle: whole?.title ?? row.parentTitle,
    parentTitleEn: whole?.titleEn ?? null,
    plan: {
      slug: row.planSlug,
      title: row.planTitle,
      titleEn: row.planTitleEn,
      shortTitle: row.planShortTitle,
    },
    document: { slug: row.documentSlug, title: row.documentTitle },
    status: health.isCompletionWaiting ? "active" : row.status,
    lead: lead?.name ?? null,
    leadEn: lead?.nameEn ?? null,
    leadCode: lead?.code ?? null,
    cooperating: row.cooperatingIds.flatMap((id) => {
      const unit = units.get(id);
      return unit ? [{ code: unit.code, name: unit.name, nameEn: unit.nameEn }] : [];
    }),
    ownerVerbatim: row.ownerVerbatim,
    ownerBasis: row.ownerBasis,
    completedOn: health.isCompletionWaiting ? null : row.completedOn,
    completionSentOn: health.isCompletionWaiting ? null : row.completionSentOn,
    struckOffOn: health.isCompletionWaiting ? null : row.struckOffOn,
    deadline: {
      verbatim: row.deadlineVerbatim,
      kind: row.deadlineKind,
      note: row.deadlineNote,
      basis: row.deadlineBasis,
      windowStart: row.windowStart,
      dueOn: row.dueOn,
      baselineDueOn: row.baselineDueOn,
      restDay: health.restDay,
    },
    cycle: row.cycle,
    health,
  };
}

/**
 * The tasks that the public may see, as they stood at the end of a day (Asia/Shanghai; today, or any day before it), in
 * document order. Those asked for by their codes come with all above them, which are not whole; of what is below them, however
 * much, only how it stands is looked at.
 */
export async function publicTasks(asOf: Day, wanted: Wanted = {}): Promise<PublicTask[]> {
  const reader = database();
  const where = isListed(wanted);
  const [rows, texts, units, healthByCode, later] = await Promise.all([
    selectPublicRows(reader, asOf, where),
    reader
      .select({ slug: documents.slug, text: documents.text })
      .from(documents)
      .where(sql`exists (select from ${tasks} join ${plans} on ${plans.id} = ${tasks.planId}
        where ${tasks.documentId} = ${documents.id} and ${where ?? sql`true`})`),
    unitsOn(asOf),
    publicHealthByDay([asOf], wanted),
    correctionsSince(reader, endOfDay(asOf)),
  ]);
  const changesOf = (slug: string) =>
    later.flatMap((each) => (each.documentSlug === slug ? each.changes : []));
  const textOf = new Map(
    texts.map(({ slug, text }) => [slug, { onDay: textBefore(text, changesOf(slug)), now: text }]),
  );
  const noText = { onDay: "", now: "" };
  const shown = rows.flatMap((row) => {
    const health = healthByCode.get(asOf)?.get(row.code);
    const { splitById } = row;
    if (!health) return [];
    const { lastPublishedOn } = health;
    const hidden = isWordingHidden({ splitById, lastPublishedOn });
    return [{ ...asShownThen(row, later), health, isWordingHidden: hidden }];
  });
  const titles = shownTitles(shown);
  return shown.map((row) => publicTask(row, textOf.get(row.documentSlug) ?? noText, units, titles));
}

/** The slug of the public plan that a task belongs to, or null. */
export async function planOfTask(code: string): Promise<string | null> {
  const [found] = await database()
    .select({ slug: plans.slug })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(eq(tasks.code, code), isNotNull(plans.publishedAt)));
  return found?.slug ?? null;
}

/** Plans in order that had been published, with the document each stands on and what counted as stale at the end of a day. */
export async function publicPlans(asOf: Day) {
  return plansShown(selectPlans(asOf).orderBy(asc(plans.sortOrder)), asOf);
}

/** Plans that were selected, as they were shown on a day. */
export async function plansShown(selected: PromiseLike<SelectedPlan[]>, asOf: Day) {
  const [rows, later] = await Promise.all([selected, correctionsSince(database(), endOfDay(asOf))]);
  return rows.map(({ archivedAt, ...row }) => ({
    ...planShownThen(row, later),
    /** 归档: it keeps its address, and has no place on the home page. */
    archivedOn: archivedAt && archivedAt < endOfDay(asOf) ? dayIn(archivedAt) : null,
  }));
}
type SelectedPlan = Awaited<ReturnType<typeof selectPlans>>[number];

/** Plans that had been published by the end of a day, of those that `where` names. */
export function selectPlans(asOf: Day, where?: SQL) {
  const reader = database();
  const thresholds = reader
    .select({ staleDays: planVersions.staleDays })
    .from(planVersions)
    .where(and(eq(planVersions.planId, plans.id), lt(planVersions.at, endOfDay(asOf))))
    .orderBy(desc(planVersions.sequence))
    .limit(1);
  return reader
    .select({
      slug: plans.slug,
      title: plans.title,
      titleEn: plans.titleEn,
      shortTitle: plans.shortTitle,
      summary: plans.summary,
      // In a column, so that it is looked up for those that are shown only.
      staleDays: sql<number>`(${thresholds})`,
      documentSlug: documents.slug,
      documentTitle: documents.title,
      documentNumber: documents.documentNumber,
      issuer: documents.issuer,
      datedOn: documents.datedOn,
      publishedOn: documents.publishedOn,
      archivedAt: plans.archivedAt,
    })
    .from(plans)
    .innerJoin(documents, eq(documents.id, plans.documentId))
    .where(and(isPlanPublic(endOfDay(asOf)), where))
    .$dynamic();
}
export type PublicPlan = Awaited<ReturnType<typeof publicPlans>>[number];

/** The 更正记录 of a task or a document by the end of a day; who proposed and confirmed is not public. */
export function publicCorrections(of: { code: string } | { documentSlug: string }, asOf: Day) {
  return correctionLog(database(), of, endOfDay(asOf));
}

const parents = alias(tasks, "parents");

/** What the document says of a task, as seeded or split off, and what its register said at the end of a day. */
function selectPublicRows(reader: Reader, asOf: Day, where?: SQL) {
  const version = versionThen(reader, endOfDay(asOf));
  return reader
    .select({
      code: tasks.code,
      kind: tasks.kind,
      title: tasks.title,
      titleEn: tasks.titleEn,
      quote: tasks.quote,
      quoteStart: tasks.quoteStart,
      quoteEnd: tasks.quoteEnd,
      reference: tasks.reference,
      note: tasks.note,
      parentCode: parents.code,
      parentTitle: parents.title,
      splitById: tasks.splitById,
      planSlug: plans.slug,
      planTitle: plans.title,
      planTitleEn: plans.titleEn,
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
      completionSentOn: version.completionSentOn,
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
    .orderBy(...inDocuments);
}
type ShownRow = Awaited<ReturnType<typeof selectPublicRows>>[number] & {
  health: PublicHealth;
  isWordingHidden: boolean;
};
