/** A cell by its row and column, both from 1. */
export type CellPlace = { row: number; column: number };
/** Cells from one corner to the other. */
export type Range = { top: number; left: number; bottom: number; right: number };

/** What Excel has at most. */
export const sheetEdge = { row: 1_048_576, column: 16_384 };

/** The place that an address such as C7 or $C$7 names; null for anything else. */
export function placeOf(address: string): CellPlace | null {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address) ?? [];
  if (digits === "") return null;
  const column = [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  const row = Number(digits);
  return row >= 1 && row <= sheetEdge.row && column <= sheetEdge.column ? { row, column } : null;
}

/** A column as a spreadsheet names it: 28 is AB. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter;
}

/** The cells that a reference such as B3:B6 names; null for anything else. */
export function rangeOf(reference: string): Range | null {
  const [from = "", to = from] = reference.split(":");
  const [a, b] = [placeOf(from), placeOf(to)];
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}
