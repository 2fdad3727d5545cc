import { asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { contextIndicators, documents, excludedPassages, sourcePages } from "@/db/schema/documents";

/**
 * A policy document with its whole text, and what else its page carries: passages that are no directive, with the
 * reason, and statistics as background. Null when there is no such document.
 */
export async function publicDocument(slug: string) {
  const reader = database();
  const [found] = await reader
    .select({ document: documents, page: sourcePages })
    .from(documents)
    .innerJoin(sourcePages, eq(sourcePages.id, documents.sourcePageId))
    .where(eq(documents.slug, slug));
  if (!found) return null;
  const [excluded, indicators] = await Promise.all([
    reader
      .select({
        kind: excludedPassages.kind,
        title: excludedPassages.title,
        quote: excludedPassages.quote,
        reason: excludedPassages.reason,
      })
      .from(excludedPassages)
      .where(eq(excludedPassages.sourcePageId, found.page.id))
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
      .where(eq(contextIndicators.sourcePageId, found.page.id))
      .orderBy(asc(contextIndicators.sortOrder)),
  ]);
  const { id, sourcePageId, sortOrder, ...document } = found.document;
  return {
    ...document,
    page: {
      name: found.page.name,
      note: found.page.note,
      publishedOn: found.page.publishedOn,
    },
    excluded,
    indicators,
  };
}
