import type { Transaction } from "@/db/client";
import { contextIndicators, documents, excludedPassages, sourcePages } from "@/db/schema/documents";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { seedTasks } from "./catalogue-tasks";
import newspaperPage from "./data/newspaper-page.json" with { type: "json" };
import { english } from "./english";
import { type Ids, idOf, newIds } from "./ids";
import * as source from "./source";

/**
 * Inserts the page with everything that is on it: units, documents, plans, tasks with their first event, what is no
 * directive, and the statistics. Runs as the database's owner; `registeredAt` is when the tasks enter the history.
 */
export async function seedCatalogue(tx: Transaction, registeredAt: Date): Promise<void> {
  const departmentIds = await seedDepartments(tx);
  const pageId = await seedPage(tx);
  const documentIds = await seedDocuments(tx, pageId);
  const planIds = await seedPlans(tx, documentIds, registeredAt);
  await seedTasks(tx, { departmentIds, documentIds, planIds }, registeredAt);
}

async function seedDepartments(tx: Transaction): Promise<Ids> {
  const ids = newIds(source.departments.map(({ code }) => code));
  await tx.insert(departments).values(
    source.departments.map(({ code, name, kind, parent, order, members }) => ({
      id: idOf(ids, code),
      code,
      name,
      nameEn: english.units[code] ?? null,
      kind,
      parentId: parent && idOf(ids, parent),
      sortOrder: order,
      memberKinds: members ?? null,
    })),
  );
  return ids;
}

async function seedPage(tx: Transaction): Promise<string> {
  const [page] = await tx
    .insert(sourcePages)
    .values({ ...newspaperPage, text: source.page })
    .returning({ id: sourcePages.id });
  if (!page) throw new Error("The page was not inserted");
  const placed = <T extends { start: number; end: number }>(
    { start, end, ...rest }: T,
    sortOrder: number,
  ) => ({ ...rest, sourcePageId: page.id, quoteStart: start, quoteEnd: end, sortOrder });
  await tx.insert(excludedPassages).values(source.excluded.map(placed));
  await tx.insert(contextIndicators).values(source.indicators.map(placed));
  return page.id;
}

async function seedDocuments(tx: Transaction, sourcePageId: string): Promise<Ids> {
  const ids = newIds(source.documents.map(({ slug }) => slug));
  await tx.insert(documents).values(
    source.documents.map(({ start, end, ...document }, sortOrder) => ({
      ...document,
      id: idOf(ids, document.slug),
      sourcePageId,
      text: source.page.slice(start, end),
      sortOrder,
    })),
  );
  return ids;
}

async function seedPlans(tx: Transaction, documentIds: Ids, publishedAt: Date): Promise<Ids> {
  const ids = newIds(source.plans.map(({ slug }) => slug));
  await tx.insert(plans).values(
    source.plans.map(({ slug, document, title, shortTitle, summary, order }) => ({
      id: idOf(ids, slug),
      slug,
      documentId: idOf(documentIds, document),
      title,
      titleEn: english.plans[slug] ?? null,
      shortTitle,
      summary,
      sortOrder: order,
      publishedAt,
    })),
  );
  return ids;
}
