import { type Chunk, joinedLines, type Line } from "./lines";
import type { FoundTable } from "./table";

type Band = { left: number; right: number };
/** A table without rules, with the lines that it takes of its page; `isGuessed` where its rows may begin elsewhere. */
export type Aligned = { table: FoundTable; first: number; count: number; isGuessed: boolean };

/** A table of two columns cannot be told from a signature beside a date. */
const least = { columns: 3, lines: 3 };

/** The tables whose columns stand under one another on a page, by their lines. */
export function alignedTables(lines: readonly Line[]): Aligned[] {
  const found: Aligned[] = [];
  for (let first = 0; first < lines.length; first++) {
    const { bands, count } = runFrom(lines, first);
    const run = lines.slice(first, first + count);
    if (run.filter(({ chunks }) => chunks.length > 1).length < least.lines) continue;
    found.push({ first, count, ...tableOf(run, bands) });
    first += count - 1;
  }
  return found;
}

/** How many lines from here keep to columns: no piece of text crosses from one into another. */
function runFrom(lines: readonly Line[], first: number): { bands: Band[]; count: number } {
  const head = lines[first];
  let bands: Band[] = head?.chunks.map(({ left, right }) => ({ left, right })) ?? [];
  if (!head || bands.length < least.columns) return { bands: [], count: 0 };
  let count = 1;
  for (let before = head; first + count < lines.length; count++) {
    const line = lines[first + count] as Line;
    const isFar = line.y - before.y > line.size * (line.chunks.length > 1 ? 5 : 2.2);
    const wider = withChunks(bands, line.chunks);
    if (isFar || wider.length !== bands.length) break;
    bands = wider;
    before = line;
  }
  return { bands, count };
}

function withChunks(bands: readonly Band[], chunks: readonly Chunk[]): Band[] {
  const merged: Band[] = [];
  const all = [...bands, ...chunks].map(({ left, right }) => ({ left, right }));
  for (const band of all.sort((a, b) => a.left - b.left)) {
    const last = merged.at(-1);
    if (last && band.left < last.right) last.right = Math.max(last.right, band.right);
    else merged.push(band);
  }
  return merged;
}

type Placed = Chunk & { y: number; column: number; line: Line };

function tableOf(lines: readonly Line[], bands: Band[]): { table: FoundTable; isGuessed: boolean } {
  const chunks = lines.flatMap((line) =>
    line.chunks.map((chunk) => ({
      ...chunk,
      line,
      y: line.y,
      column: bands.findIndex(({ left, right }) => chunk.left >= left && chunk.right <= right),
    })),
  );
  const written = [...chunks].sort((a, b) => a.order - b.order);
  // A program that writes cell by cell goes up again for the next one: the order tells the rows.
  const isByCell = written.some(({ y, line }, i) => y < (written[i - 1]?.y ?? 0) - line.size / 2);
  const rows = isByCell ? rowsByOrder(written) : rowsByPlace(chunks, lines);
  const page = lines[0]?.page ?? 0;
  const table = {
    columns: bands,
    top: (lines[0]?.y ?? 0) - (lines[0]?.size ?? 0),
    rows: rows.map((row) =>
      bands.map(({ left }, column) => ({
        text: joinedLines(
          row
            .filter((chunk) => chunk.column === column)
            .sort((a, b) => a.y - b.y || a.left - b.left)
            .map((chunk) => ({ ...chunk.line, text: chunk.text })),
        ),
        left,
        isMerged: false,
        page,
      })),
    ),
  };
  return { table, isGuessed: !isByCell && rows.length < lines.length };
}

function rowsByOrder(written: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const [i, chunk] of written.entries()) {
    const before = written[i - 1];
    const isNew = !before || chunk.column < before.column;
    if (isNew) rows.push([chunk]);
    else rows.at(-1)?.push(chunk);
  }
  return rows;
}

/** Written line by line: a row begins where the first column has text, or with more room above than between lines. */
function rowsByPlace(chunks: readonly Placed[], lines: readonly Line[]): Placed[][] {
  const gaps = lines.slice(1).map(({ y }, i) => y - (lines[i]?.y ?? 0));
  const usual = Math.min(...gaps);
  const rows: Placed[][] = [];
  for (const [i, line] of lines.entries()) {
    const own = chunks.filter((chunk) => chunk.line === line);
    const isNew = own.some(({ column }) => column === 0) || (gaps[i - 1] ?? 0) > usual * 1.3;
    if (isNew || rows.length === 0) rows.push(own);
    else rows.at(-1)?.push(...own);
  }
  return rows;
}
