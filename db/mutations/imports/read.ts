import { and, eq, isNull, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { readDocumentOf } from "@/db/queries/imports/document";
import { documentBlocks, imports } from "@/db/schema/imports";
import type { Block, ReadDocument } from "@/lib/domain/imports/blocks";
import type { Proposals } from "@/lib/domain/imports/candidates";
import { importLimits, importVersions } from "@/lib/domain/imports/imports";
import { documentDay, factsAsRead } from "@/lib/domain/imports/said-facts";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { replaceProposals } from "./proposals";

// The steps of reading, each in a transaction of its own: whoever is killed between two goes on with the second.

const isReading = (id: string) => and(eq(imports.id, id), eq(imports.state, "reading"));

/**
 * Begins to read an import, or goes on; null where there is nothing to do. One that has ended its reader three times is
 * refused.
 */
export async function beginReading(id: string, now: Date) {
  const [begun] = await database()
    .update(imports)
    .set({
      attempts: sql`${imports.attempts} + 1`,
      stage: sql`case when ${imports.text} is null then 'reading' else 'proposing' end::read_stage`,
    })
    .where(isReading(id))
    .returning({
      ...{ name: imports.name, attempts: imports.attempts, bytes: imports.bytes },
      ...{ departmentId: imports.departmentId, columns: imports.columns },
    });
  if (!begun) return null;
  if (begun.attempts > importLimits.attempts) {
    await refuseReading(id, refuse("import_unreadable"), now);
    return null;
  }
  return { ...begun, document: await readDocumentOf(database(), id) };
}

/** Keeps why a file could not be read; the file itself goes. */
export async function refuseReading(id: string, refusal: Refusal, now: Date): Promise<void> {
  await database()
    .update(imports)
    .set({ state: "refused", stage: "done", refusal, bytes: null, changedAt: now })
    .where(isReading(id));
}

/** Keeps what was read: the text, what stands where in it, and what could not be read. */
export async function keepRead(id: string, document: ReadDocument, now: Date): Promise<void> {
  await database().transaction(async (tx) => {
    const { text, warnings, blocks } = document;
    const kept = await tx
      .update(imports)
      .set({
        ...{ text, warnings, readerVersion: importVersions.reader },
        ...{ stage: "proposing", changedAt: now },
      })
      .where(and(isReading(id), isNull(imports.text)))
      .returning({ id: imports.id });
    if (kept.length === 0) return;
    const rows = blocks.map((block, position) => rowOf(id, block, position));
    await bulkInsert(tx, documentBlocks, rows);
  });
}

function rowOf(importId: string, block: Block, position: number) {
  const { start: startsAt, end: endsAt, page } = block;
  const place = { importId, position, startsAt, endsAt, page };
  if (block.kind === "paragraph") return { ...place, outline: block.outline };
  const { table: tableNumber, row: rowNumber, column: columnNumber, address, isMerged } = block;
  return { ...place, tableNumber, rowNumber, columnNumber, address, isMerged };
}

/** Keeps what is proposed from the text, in the place of what was before, and lets people at it. */
export async function keepProposals(id: string, proposals: Proposals, now: Date): Promise<void> {
  await database().transaction(async (tx) => {
    const [found] = await tx.select().from(imports).where(isReading(id)).for("update");
    if (!found || found.text === null) return;
    const on = documentDay(proposals.facts, found.startedAt);
    await replaceProposals(tx, { ...found, text: found.text, on }, proposals.candidates);
    await finish(tx, id, {
      ...{ facts: factsAsRead(found.text, proposals.facts) },
      ...{ grammarVersion: importVersions.grammar, changedAt: now },
    });
  });
}

async function finish(tx: Transaction, id: string, changes: Partial<typeof imports.$inferInsert>) {
  await tx
    .update(imports)
    .set({
      ...{ ...changes, state: "read", stage: "done", bytes: null },
      version: sql`${imports.version} + 1`,
    })
    .where(eq(imports.id, id));
}
