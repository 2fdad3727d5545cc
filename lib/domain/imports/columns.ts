import type { Block, Cell, ReadDocument } from "./blocks";
import type { ColumnRole } from "./candidates";

/** What the columns of a table of the document are for, as a person put it right: one role a column, from the first. */
export type SaidColumns = { table: number; roles: (ColumnRole | null)[] };

const isCell = (block: Block): block is Cell => block.kind === "cell";
const widest = 500;

/**
 * By what a table is known again: the words of its first row that has at least two cells with different words, without
 * blanks. Null for a table that has none.
 */
export function tableHead({ text, blocks }: ReadDocument, table: number): string | null {
  const rows = new Map<number, string[]>();
  for (const block of blocks) {
    if (!isCell(block) || block.table !== table) continue;
    const words = text.slice(block.start, block.end).replace(/\s/gu, "");
    rows.set(block.row, [...(rows.get(block.row) ?? []), words]);
  }
  for (const [, words] of [...rows].sort(([a], [b]) => a - b))
    if (new Set(words.filter(Boolean)).size > 1) return words.join("|").slice(0, widest);
  return null;
}

/** The tables of a document, by their number. */
export function tablesOf({ blocks }: ReadDocument): number[] {
  return [...new Set(blocks.filter(isCell).map(({ table }) => table))];
}
