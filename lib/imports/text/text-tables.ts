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
  while (next < lines.length && isRow(lines[next] ?? "", width)) next++;
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

const cellsOf = (line: string) => line.split("\t");
const filled = (line: string) => cellsOf(line).filter((cell) => cell.trim() !== "").length;
