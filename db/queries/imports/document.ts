import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { documentBlocks, imports } from "@/db/schema/imports";
import type { Block, ReadDocument } from "@/lib/domain/imports/blocks";

/** The document of an import as it was read; null while it is not. */
export async function readDocumentOf(reader: Reader, id: string): Promise<ReadDocument | null> {
  const [found] = await reader
    .select({ text: imports.text, warnings: imports.warnings })
    .from(imports)
    .where(eq(imports.id, id));
  if (!found || found.text === null) return null;
  const rows = await reader
    .select()
    .from(documentBlocks)
    .where(eq(documentBlocks.importId, id))
    .orderBy(asc(documentBlocks.position));
  return { text: found.text, warnings: found.warnings, blocks: rows.map(blockOf) };
}

/** A row as the block that was kept in it. */
export function blockOf(row: typeof documentBlocks.$inferSelect): Block {
  const { startsAt: start, endsAt: end, page, outline, address, isMerged } = row;
  const { tableNumber: table, rowNumber, columnNumber: column } = row;
  return table === null || rowNumber === null || column === null
    ? { kind: "paragraph", start, end, page, outline }
    : { kind: "cell", start, end, page, table, row: rowNumber, column, address, isMerged };
}
