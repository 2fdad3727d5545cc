import type { ReadCell, ReadPart } from "@/lib/domain/imports/blocks";
import { columnName, type Range } from "./addresses";
import { type Sheet, sheetMost, tooManyRows } from "./cells";

/** A column of empty cells costs as much as one of text; a sheet has no table wider than this. */
const mostColumns = 200;

/** The rows that a sheet shows, each with a cell in every column that shows one. Throws `TooLong`. */
export function rowsOf(sheet: Sheet): ReadCell[][] {
  const numbers = [...sheet.rows.keys()].filter((row) => !sheet.hiddenRows.has(row));
  const columns = columnsOf(sheet);
  if (numbers.length * columns.length > sheetMost.cells) throw tooManyRows();
  return mergedRows(
    sheet,
    columns,
    numbers.sort((a, b) => a - b),
  );
}

/**
 * Rows as parts of a document: what stands alone in a row above the first one with several cells is a title, as a table's
 * name merged over it, and a paragraph; of a single column all are.
 */
export function partsOfRows(rows: readonly ReadCell[][]): ReadPart[] {
  const filled = (row: readonly ReadCell[]) =>
    row.filter(({ text, isMerged }) => text !== "" || isMerged).length;
  const first = rows.findIndex((row) => filled(row) > 1);
  const titles = rows.slice(0, first < 0 ? rows.length : first);
  const table = rows.slice(titles.length);
  return [
    ...titles.flatMap((row) =>
      row
        .filter(({ text }) => text !== "")
        .map(({ text }) => ({ kind: "paragraph" as const, text })),
    ),
    ...(table.length > 0 ? [{ kind: "table" as const, rows: table }] : []),
  ];
}

/** The columns that hold text and are shown. */
function columnsOf({ rows, hiddenColumns }: Sheet): number[] {
  const used = new Set<number>();
  for (const cells of rows.values()) for (const column of cells.keys()) used.add(column);
  const isShown = (column: number) =>
    !hiddenColumns.some(({ from, to }) => column >= from && column <= to);
  return [...used]
    .filter(isShown)
    .sort((a, b) => a - b)
    .slice(0, mostColumns);
}

/**
 * Rows with the merged cells in them: what is merged stands where its first shown row and column meet; cells below have its
 * value, those beside it are no cells. A merged cell whose first row is hidden still shows its text.
 */
function mergedRows(sheet: Sheet, columns: readonly number[], numbers: number[]): ReadCell[][] {
  const waiting = [...sheet.merged].sort((a, b) => b.top - a.top);
  let open: Range[] = [];
  const begun = new Set<Range>();
  return numbers.map((row) => {
    open = open.filter(({ bottom }) => bottom >= row);
    for (let next = waiting.at(-1); next && next.top <= row; next = waiting.at(-1)) {
      waiting.pop();
      const isSeen = next.bottom >= row && columns.some((x) => isOver(next, x));
      // No more of them lie side by side than there are columns; those that overlap no program writes.
      if (isSeen && open.length < columns.length) open.push(next);
    }
    const over = new Map<number, Range>();
    for (const range of open)
      for (const column of columns) if (isOver(range, column)) over.set(column, range);
    const seen = new Set<Range>();
    return columns.flatMap((column, i): ReadCell[] => {
      const range = over.get(column);
      const address = `${columnName(column)}${row}`;
      if (!range) return [{ text: textAt(sheet, row, column), column: i, address }];
      if (seen.has(range)) return [];
      seen.add(range);
      const text = textAt(sheet, range.top, range.left);
      const isMerged = begun.has(range);
      begun.add(range);
      return [{ text: isMerged ? "" : text, column: i, address, ...(isMerged && { isMerged }) }];
    });
  });
}

const isOver = ({ left, right }: Range, column: number) => column >= left && column <= right;

const textAt = ({ rows }: Sheet, row: number, column: number) =>
  rows.get(row)?.get(column)?.trim() ?? "";
