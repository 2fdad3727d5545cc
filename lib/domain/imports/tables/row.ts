import type { Cell } from "@/lib/domain/imports/blocks";
import type { ColumnRole } from "@/lib/domain/imports/candidates";
import { bare } from "@/lib/domain/imports/structure/lines";

export type Row = {
  /** Its cells by what their column is for; a blank or merged one is the cell above. */
  cells: Partial<Record<ColumnRole, Cell[]>>;
  /** The heading row of the table above it: 一、…. */
  group: Cell | null;
  /** Its cells in columns whose heads are not known. */
  others: Cell[];
};

/** The words of a cell without white space. */
export function wordsOf(text: string, { start, end }: { start: number; end: number }): string {
  return bare(text.slice(start, end));
}
