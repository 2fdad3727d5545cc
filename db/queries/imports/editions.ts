import { and, asc, eq, isNull } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { editionDecisions, imports } from "@/db/schema/imports";
import { plans } from "@/db/schema/plans";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import type { Place } from "@/lib/domain/documents/quotes";
import { placeOf } from "@/lib/domain/documents/spans";
import {
  type BlockChange,
  blockChanges,
  type ComparedBlock,
  compareEditions,
  concernedTasks,
  editionBlocks,
} from "@/lib/domain/imports/editions";
import { pageOf } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { readDocumentOf } from "./document";

/** A task that quotes a clause of the first edition: where, in that edition's text; null where it is not found there. */
export type QuotingTask = {
  id: string;
  code: string;
  title: string;
  status: (typeof tasks.$inferSelect)["status"];
  quote: string;
  place: Place | null;
};

/** The two editions block by block, and the tasks that the first gave; null for an import that is no second edition. */
export async function comparedEditions(
  reader: Reader,
  importId: string,
): Promise<{ compared: ComparedBlock[]; tasks: QuotingTask[]; planSlug: string | null } | null> {
  const [found] = await reader
    .select({ firstId: imports.editionOfId })
    .from(imports)
    .where(eq(imports.id, importId));
  if (!found?.firstId) return null;
  const [first, second] = [
    await readDocumentOf(reader, found.firstId),
    await readDocumentOf(reader, importId),
  ];
  if (!first || !second) return null;
  const compared = compareEditions(
    editionBlocks(first.text, first.blocks),
    editionBlocks(second.text, second.blocks),
  );
  const given = await reader
    .select({
      ...{ id: tasks.id, code: tasks.code, title: tasks.title, status: tasks.status },
      ...{ quote: tasks.quote, start: tasks.quoteStart, end: tasks.quoteEnd },
      ...{ text: documents.text, planSlug: plans.slug },
    })
    .from(imports)
    .innerJoin(registrations, eq(registrations.id, imports.registrationId))
    .innerJoin(tasks, eq(tasks.registrationId, registrations.id))
    .innerJoin(documents, eq(documents.id, tasks.documentId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(eq(imports.id, found.firstId), isNull(tasks.splitById)))
    .orderBy(asc(tasks.sortOrder), asc(tasks.code));
  const quoting = given.map(({ text, planSlug: _, start, end, ...task }) => ({
    ...task,
    place: text === first.text ? { start, end } : foundAgain(first.text, task.quote, start),
  }));
  return { compared, tasks: quoting, planSlug: given[0]?.planSlug ?? null };
}

/** A 更正 has moved what the document says: the quote is looked for in the text as it was imported. */
function foundAgain(text: string, quote: string, at: number): Place | null {
  const place = placeOf(text, quote, at, "quote");
  return "code" in place ? null : place;
}

/** The tasks that a second edition concerns: what they quote was changed, moved or is gone, or is not found in the first. */
export function concernedIn(found: { compared: ComparedBlock[]; tasks: QuotingTask[] }) {
  const placed = found.tasks.flatMap(({ place, ...task }) => (place ? [{ ...task, place }] : []));
  const unplaced = found.tasks.filter(({ place }) => place === null);
  const changes = found.compared.map((change) => ({
    change,
    tasks: concernedTasks(change, placed),
  }));
  return { changes, unplaced };
}

/**
 * What a second edition changes, one page of blocks that are not as they were with the tasks that they concern and what was
 * decided for each; and how many blocks were kept, moved, changed, gone and new. For overseers; null for everybody else and
 * for an import that is no second edition.
 */
export async function editionChanges(actor: Actor, importId: string, asked: unknown) {
  if (!can(actor, "plan.draft")) return null;
  const reader = database();
  const found = await comparedEditions(reader, importId);
  if (!found) return null;
  const rows = await reader
    .select()
    .from(editionDecisions)
    .where(eq(editionDecisions.importId, importId));
  const decided = new Map(rows.map((row) => [row.taskId, row]));
  const withDecision = <Task extends { id: string }>(task: Task) => ({
    ...task,
    decision: decided.get(task.id)?.decision ?? null,
    note: decided.get(task.id)?.note ?? "",
  });
  const { changes, unplaced } = concernedIn(found);
  const listed = changes.filter(({ change }) => change.change !== "kept");
  const concerned = new Set(
    [...changes.flatMap((each) => each.tasks), ...unplaced].map(({ id }) => id),
  );
  const { shown, page, pages } = pageOf(listed, asked);
  return {
    rows: shown.map(({ change, tasks: list }) => ({ ...change, tasks: list.map(withDecision) })),
    unplaced: unplaced.map(withDecision),
    ...{ total: listed.length, page, pages, planSlug: found.planSlug },
    counts: Object.fromEntries(
      blockChanges.map((each) => [
        each,
        found.compared.filter(({ change }) => change === each).length,
      ]),
    ) as Record<BlockChange, number>,
    concerned: concerned.size,
    left: [...concerned].filter((id) => !decided.has(id)).length,
  };
}
