import type { ReadCell } from "@/lib/domain/imports/blocks";
import { joined } from "./lines";

/** A cell as it stands on a page, in the column that begins at `left`. */
export type FoundCell = { text: string; left: number; isMerged: boolean; page: number };
/** A table, or the part of one that stands on a page. `columns` are the left and right edges of each. */
export type FoundTable = {
  columns: { left: number; right: number }[];
  rows: FoundCell[][];
  top: number;
};

/** Puts the part of a table that stands on the next page to it, in place; false where it is a table of its own. */
export function goesOn(table: FoundTable, next: FoundTable): boolean {
  const places = next.columns.map((column) => columnAt(table, middleOf(column)));
  if (places.includes(-1) || new Set(places).size !== places.length) return false;
  const sameCount = next.columns.length === table.columns.length;
  if (!sameCount && next.columns.length < table.columns.length / 2) return false;
  const moved = next.rows.map((row) =>
    row.map((cell) => {
      const place = places[next.columns.findIndex(({ left }) => left === cell.left)] ?? 0;
      return { ...cell, left: table.columns[place]?.left ?? cell.left };
    }),
  );
  const rows = withoutHead(table.rows, moved);
  const [first, ...others] = rows;
  if (first && isRest(table, first)) {
    for (const cell of first) addTo(table.rows, cell);
    table.rows.push(...others);
  } else table.rows.push(...rows);
  return true;
}

const middleOf = ({ left, right }: { left: number; right: number }) =>
  left + Math.min((right - left) / 2, 12);

function columnAt({ columns }: FoundTable, x: number): number {
  return columns.findIndex(({ left, right }) => x >= left - 2 && x <= right + 2);
}

const wordsOf = (row: readonly FoundCell[]) => row.map(({ text }) => text).join("\t");

/** A head of up to three rows that each page repeats is said once. */
function withoutHead(above: readonly FoundCell[][], rows: FoundCell[][]): FoundCell[][] {
  let same = 0;
  for (const [i, row] of rows.slice(0, 3).entries()) {
    const head = above[i];
    if (!head || wordsOf(head) !== wordsOf(row) || wordsOf(row).trim() === "") break;
    same = i + 1;
  }
  return rows.slice(same);
}

/**
 * Whether a row at the head of a page is the rest of the one that the page before broke: the column that every row of
 * this table fills, as that of the numbers, is empty.
 */
function isRest({ columns, rows }: FoundTable, row: readonly FoundCell[]): boolean {
  const body = rows.slice(1);
  const key = columns.find(({ left }) =>
    body.every((cells) => cells.some((cell) => cell.left === left && cell.text !== "")),
  );
  if (!key || body.length === 0) return false;
  return !row.some((cell) => cell.left === key.left && cell.text !== "");
}

function addTo(rows: FoundCell[][], { left, text }: FoundCell): void {
  if (text === "") return;
  for (const row of [...rows].reverse()) {
    const cell = row.find((each) => each.left === left);
    if (cell?.isMerged) continue;
    if (cell) cell.text = joined(cell.text, text);
    return;
  }
}

/** The rows of a table as they are read; those with nothing in them are left out. */
export function readRows({ columns, rows }: FoundTable): ReadCell[][] {
  const places = new Map(columns.map(({ left }, i) => [left, i]));
  return rows
    .filter((row) => row.some(({ text, isMerged }) => text !== "" || isMerged))
    .map((row) =>
      row.map(({ text, left, isMerged, page }) => ({
        text,
        column: places.get(left) ?? 0,
        page,
        ...(isMerged && { isMerged }),
      })),
    );
}
