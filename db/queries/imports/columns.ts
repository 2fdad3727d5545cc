import { and, eq, inArray } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { importMappings, imports } from "@/db/schema/imports";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { ColumnRole } from "@/lib/domain/imports/candidates";
import { type SaidColumns, tableHead, tablesOf } from "@/lib/domain/imports/columns";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { readDocumentOf } from "./document";

/** What an office has said before of tables with the same heads as those of a document. */
export async function rememberedColumns(
  reader: Reader,
  departmentId: string,
  document: ReadDocument,
): Promise<SaidColumns[]> {
  const heads = tablesOf(document).flatMap((table) => {
    const head = tableHead(document, table);
    return head === null ? [] : [{ table, head }];
  });
  if (heads.length === 0) return [];
  const rows = await reader
    .select({ head: importMappings.head, roles: importMappings.roles })
    .from(importMappings)
    .where(
      and(
        eq(importMappings.departmentId, departmentId),
        inArray(
          importMappings.head,
          heads.map(({ head }) => head),
        ),
      ),
    );
  const known = new Map(rows.map(({ head, roles }) => [head, roles]));
  return heads.flatMap(({ table, head }) => {
    const roles = known.get(head);
    return roles ? [{ table, roles }] : [];
  });
}

/** A table of an import: the words of its first rows by column, and what its columns are for as far as anybody said. */
export type ImportTable = {
  table: number;
  head: string;
  rows: string[][];
  roles: (ColumnRole | null)[] | null;
};
const rowsShown = 4;

/** The tables of an import, to put right what their columns are for. For overseers; nobody else gets any. */
export async function importTables(actor: Actor, id: string): Promise<ImportTable[]> {
  if (!can(actor, "plan.draft")) return [];
  const reader = database();
  const document = await readDocumentOf(reader, id);
  const [found] = await reader
    .select({ columns: imports.columns, departmentId: imports.departmentId })
    .from(imports)
    .where(eq(imports.id, id));
  if (!document || !found) return [];
  const remembered = await rememberedColumns(reader, found.departmentId, document);
  const said = new Map([...remembered, ...found.columns].map((each) => [each.table, each.roles]));
  return tablesOf(document).flatMap((table) => {
    const head = tableHead(document, table);
    if (head === null) return [];
    const rows: string[][] = [];
    for (const block of document.blocks)
      if (block.kind === "cell" && block.table === table && block.row < rowsShown) {
        const row = rows[block.row] ?? [];
        row[block.column] = document.text.slice(block.start, block.end);
        rows[block.row] = row;
      }
    return [{ table, head, rows, roles: said.get(table) ?? null }];
  });
}
