import type { Place } from "@/lib/domain/documents/quotes";

/** What a reader finds in a file, in the order of reading. An automatic number (一、) stands in the text as the page shows it. */
export type ReadPart =
  | { kind: "paragraph"; text: string; page?: number; outline?: number }
  | { kind: "table"; rows: readonly (readonly ReadCell[])[]; page?: number };

/**
 * A cell of a table; `column` counts from 0. Below a cell that is merged downwards, `isMerged` cells have its value. A page
 * is given where the table goes on over several.
 */
export type ReadCell = {
  text: string;
  column: number;
  isMerged?: boolean;
  address?: string;
  page?: number;
};

/** A stretch of the canonical text. A cell that is merged with the one above it has that one's place. */
export type Block = Place & { page: number | null } & (
    | {
        kind: "paragraph";
        /** The level that the file's own style gives a heading, from 1; null where it says nothing. */
        outline: number | null;
      }
    | {
        kind: "cell";
        table: number;
        row: number;
        column: number;
        /** As a spreadsheet names it: C7. */
        address: string | null;
        isMerged: boolean;
      }
  );
export type Cell = Extract<Block, { kind: "cell" }>;

/** What a reader left out or could not make out. */
export const warningCodes = [
  "page_without_text",
  "text_deleted",
  "text_hidden",
  "page_furniture",
  "formula_without_value",
  "picture_without_text",
  "table_unclear",
  "signs_dropped",
  "encoding_guessed",
] as const;
export type ReadWarning = {
  code: (typeof warningCodes)[number];
  /** Where: a page, a cell as a spreadsheet names it, or an index of the canonical text. */
  page?: number;
  cell?: string;
  at?: number;
  /** What was left out, where that can be shown. */
  words?: string;
};

/** A document as it was read: its one canonical text, what stands where in it, and what could not be read. */
export type ReadDocument = { text: string; blocks: Block[]; warnings: ReadWarning[] };

/**
 * The canonical text of what was read: a blank line between paragraphs and rows, a tab between cells, a line break within
 * either means nothing. Offsets are UTF-16 indices, end exclusive.
 */
export function readDocument(
  parts: readonly ReadPart[],
  warnings: readonly ReadWarning[] = [],
): ReadDocument {
  const blocks: Block[] = [];
  let text = "";
  let tables = 0;
  const append = (words: string, between: string): Place => {
    if (text !== "") text += between;
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  for (const part of parts) {
    const page = part.page ?? null;
    if (part.kind === "paragraph") {
      const words = part.text.trim();
      if (words === "") continue;
      const place = append(words, "\n\n");
      blocks.push({ kind: "paragraph", ...place, page, outline: part.outline ?? null });
      continue;
    }
    const table = tables++;
    const above = new Map<number, Place>();
    for (const [row, cells] of part.rows.entries()) {
      let between = "\n\n";
      for (const cell of cells) {
        const { text: words, column, address = null, isMerged = false, page: own = page } = cell;
        const merged = isMerged ? above.get(column) : undefined;
        const place = merged ?? append(words.trim(), between);
        if (!merged) between = "\t";
        above.set(column, place);
        const at = { table, row, column, address, isMerged: merged !== undefined };
        blocks.push({ kind: "cell", ...place, page: own, ...at });
      }
    }
  }
  return { text, blocks, warnings: [...warnings] };
}
