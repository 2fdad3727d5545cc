import type { ReadPart } from "@/lib/domain/imports/blocks";

type Table = Extract<ReadPart, { kind: "table" }>;

/**
 * The table that begins with this line, and the line behind it; null where none does. At least two lines in a row have as
 * many cells as the first, or fewer where its end was cut off. An empty cell stays empty: whether it repeats the one above
 * is for the reader of tables to say.
 */
export function tableAt(
  lines: readonly string[],
  from: number,
): { table: Table; next: number } | null {
  const width = cellsOf(lines[from] ?? "").length;
  if (filled(lines[from] ?? "") < 2) return null;
  let next = from + 1;
  while (next < lines.length && (isRow(lines[next] ?? "", width) || isGroup(lines, next, width)))
    next++;
  if (next - from < 2) return null;
  const rows = lines
    .slice(from, next)
    .map((line) => cellsOf(line).map((text, column) => ({ text, column })));
  return { table: { kind: "table", rows }, next };
}

/** A line that a tab indents is none. */
function isRow(line: string, width: number): boolean {
  const { length } = cellsOf(line);
  if (length === 1) return false;
  return length === width || (length <= width + 1 && filled(line) >= 2);
}

/** A numbered heading over the whole width of a table, between its rows; none of the next table's. */
function isGroup(lines: readonly string[], at: number, width: number): boolean {
  const next = cellsOf(lines[at + 1] ?? "");
  const isHeading =
    /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])[^。；\t]{2,40}$/u;
  const isBetween = width > 2 && next.length === width && !/^\s*(?:序号|编号)/u.test(next[0] ?? "");
  return isBetween && isHeading.test(lines[at] ?? "");
}

const cellsOf = (line: string) => line.split("\t");
const filled = (line: string) => cellsOf(line).filter((cell) => cell.trim() !== "").length;
