import type { ReadCell } from "@/lib/domain/imports/blocks";
import { mostBlocks, TooLong } from "@/lib/imports/too-long";
import { rowsOf } from "./find-article";
import { attributeOf, type Element, elementsOf } from "./parse-page";

/**
 * The cells of a table by their columns (WHATWG HTML 4.9.12): a cell that spans rows comes again in each below, as merged.
 * Throws where the spans come to more cells than any document has.
 */
export function tableRows(table: Element, textOf: (cell: Element) => string): ReadCell[][] {
  const rows = rowsOf(table);
  /** Columns that are taken from above, with the rows they are still taken for and whether a cell begins there. */
  const taken = new Map<number, { rows: number; isFirst: boolean }>();
  let count = 0;
  return rows.map((row) => {
    const cells: ReadCell[] = [];
    const here = new Map(taken);
    for (const [column, span] of here) {
      if (span.rows === 1) taken.delete(column);
      else taken.set(column, { ...span, rows: span.rows - 1 });
      if (span.isFirst) cells.push({ text: "", column, isMerged: true });
    }
    let column = 0;
    for (const cell of elementsOf(row)) {
      while (here.has(column)) column++;
      const across = span(cell, "colspan", 1000) || 1;
      const down = span(cell, "rowspan", 65_534) || rows.length;
      cells.push({ text: textOf(cell), column });
      if (down > 1)
        for (let at = column; at < column + across; at++)
          taken.set(at, { rows: down - 1, isFirst: at === column });
      column += across;
    }
    count += cells.length;
    if (count > mostBlocks) throw new TooLong();
    return cells.sort((a, b) => a.column - b.column);
  });
}

function span(cell: Element, name: string, most: number): number {
  const value = attributeOf(cell, name) ?? "";
  return /^\s*\d{1,6}/.test(value) ? Math.min(Number.parseInt(value, 10), most) : 1;
}
