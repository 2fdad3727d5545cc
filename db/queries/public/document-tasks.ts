import { and, eq, gt, lt, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { correctionsSince } from "@/db/queries/tasks/corrections";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { inDocuments } from "@/db/queries/tasks/order";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { type Day, endOfDay } from "@/lib/domain/calendar/days";
import type { Place } from "@/lib/domain/documents/quotes";
import { isTracked } from "@/lib/domain/tasks/tasks";
import { asShownThen } from "./as-shown";
import { plansShown, selectPlans } from "./public";

const parents = alias(tasks, "parents");
const ofDocument = (slug: string): SQL =>
  sql`${tasks.documentId} = (select own.id from ${documents} own where own.slug = ${slug})`;

/** A 更正 moves words by no more than this. */
const margin = 500;

/**
 * The public tasks that quote words of a part of a document, in document order, where those words stood on a day; with the
 * light of those that are tracked.
 */
export async function clausesIn(asOf: Day, slug: string, { start, end }: Place) {
  const reader = database();
  const [rows, later] = await Promise.all([
    reader
      .select({
        code: tasks.code,
        kind: tasks.kind,
        parentCode: parents.code,
        parentTitle: parents.title,
        planSlug: plans.slug,
        planTitle: plans.title,
        planShortTitle: plans.shortTitle,
        documentSlug: documents.slug,
        documentTitle: documents.title,
        quoteStart: tasks.quoteStart,
        quoteEnd: tasks.quoteEnd,
        light: taskHealth.publicLight,
      })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .innerJoin(documents, eq(documents.id, tasks.documentId))
      .innerJoin(taskHealth, keptOn(asOf))
      .leftJoin(parents, eq(parents.id, tasks.parentId))
      .where(
        and(
          ofDocument(slug),
          lt(tasks.quoteStart, end + margin),
          gt(tasks.quoteEnd, start - margin),
          isTaskPublic(endOfDay(asOf)),
        ),
      )
      .orderBy(...inDocuments),
    correctionsSince(reader, endOfDay(asOf)),
  ]);
  return rows.map((row) => {
    const { code, kind, quoteStart, quoteEnd, light } = asShownThen(row, later);
    return { code, start: quoteStart, end: quoteEnd, light: isTracked(kind) ? light : null };
  });
}

/** How many tracked tasks a document sets that were public on a day. */
export function countClauses(asOf: Day, slug: string): Promise<number> {
  const found = database()
    .select({ code: tasks.code })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(ofDocument(slug), ne(tasks.kind, "principle"), isTaskPublic(endOfDay(asOf))));
  return database().$count(found.as("found"));
}

/** The plans with public tasks that a document sets, as they were shown on a day. */
export function plansOfDocument(asOf: Day, slug: string) {
  const hasTask = sql`exists (select from ${tasks} where ${tasks.planId} = ${plans.id} and ${and(ofDocument(slug), isTaskPublic(endOfDay(asOf)))})`;
  return plansShown(selectPlans(asOf, hasTask).orderBy(plans.sortOrder), asOf);
}
