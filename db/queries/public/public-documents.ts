import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { contextIndicators, documents, excludedPassages, sourcePages } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";

/** Something public rests on it: a plan, or tasks that were added to one. */
const isPublic = sql`(exists (select from ${plans} where ${plans.documentId} = ${documents.id} and ${plans.publishedAt} is not null)
  or exists (select from ${registrations} where ${registrations.documentId} = ${documents.id} and ${registrations.publishedAt} is not null))`;

/**
 * A policy document with its whole text, and what else its page carries: passages that are no directive, with the
 * reason, and statistics as background. Null when no public plan rests on such a
 * document.
 */
export async function publicDocument(slug: string) {
  const reader = database();
  const [found] = await reader
    .select({ document: documents, page: sourcePages })
    .from(documents)
    .leftJoin(sourcePages, eq(sourcePages.id, documents.sourcePageId))
    .where(and(eq(documents.slug, slug), isPublic));
  if (!found) return null;
  const pageId = found.page?.id;
  const [excluded, indicators] = await Promise.all([
    reader
      .select({
        kind: excludedPassages.kind,
        title: excludedPassages.title,
        quote: excludedPassages.quote,
        reason: excludedPassages.reason,
      })
      .from(excludedPassages)
      .where(pageId === undefined ? sql`false` : eq(excludedPassages.sourcePageId, pageId))
      .orderBy(asc(excludedPassages.sortOrder)),
    reader
      .select({
        name: contextIndicators.name,
        value: contextIndicators.value,
        unit: contextIndicators.unit,
        period: contextIndicators.period,
        quote: contextIndicators.quote,
      })
      .from(contextIndicators)
      .where(pageId === undefined ? sql`false` : eq(contextIndicators.sourcePageId, pageId))
      .orderBy(asc(contextIndicators.sortOrder)),
  ]);
  const { id, sourcePageId, sortOrder, ...document } = found.document;
  return {
    ...document,
    page: found.page && {
      name: found.page.name,
      note: found.page.note,
      publishedOn: found.page.publishedOn,
    },
    excluded,
    indicators,
  };
}
