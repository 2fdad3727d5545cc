import type { ReadDocument } from "@/lib/domain/imports/blocks";
import { height, pdfOf, streamOf } from "./pdf-objects.fixture";
import { readPdf } from "./read-pdf";

/** Text, or a straight line, in points from the top left of an A4 page. */
export type Drawn =
  | { text: string; x: number; y: number; size?: number; turned?: boolean }
  | { line: [x1: number, y1: number, x2: number, y2: number] };

/** A PDF of pages with these things drawn on them, in this order. */
export const drawnPdf = (pages: readonly (readonly Drawn[])[], more = ""): Buffer =>
  pdfOf(
    pages.map((drawn) => ({ contents: streamOf(drawn.map(operatorsOf).join("\n")) })),
    { more },
  );

export function operatorsOf(drawn: Drawn): string {
  if ("line" in drawn) {
    const [x1, y1, x2, y2] = drawn.line;
    return `${x1} ${height - y1} m ${x2} ${height - y2} l S`;
  }
  const { text, x, y, size = 14, turned = false } = drawn;
  const codes = Buffer.from(text, "utf16le").swap16().toString("hex");
  const matrix = turned ? `0.7 0.7 -0.7 0.7 ${x} ${height - y}` : `1 0 0 1 ${x} ${height - y}`;
  return `BT /F ${size} Tf ${matrix} Tm <${codes}> Tj ET`;
}

/** Lines of text one under another. */
export const linesAt = (x: number, y: number, texts: readonly string[], size = 14): Drawn[] =>
  texts.map((text, i) => ({ text, x, y: y + i * size * 1.6, size }));

/** The rules of a table with a line at each of these places. */
export function ruled(xs: readonly number[], ys: readonly number[]): Drawn[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [
    ...ys.map((y): Drawn => ({ line: [left, y, right, y] })),
    ...xs.map((x): Drawn => ({ line: [x, top, x, bottom] })),
  ];
}

/** Thirty-one letters of fourteen points from here fill a line. */
export const full = (begin: string, letters = 31) => begin + "办".repeat(letters - begin.length);
/** A paragraph of three lines. */
export const body = (y: number, begin: string): Drawn[] =>
  [full(begin, 29), full("续"), "到此为止。"].map((text, i) => ({
    text,
    x: i === 0 ? 107 : 79,
    y: y + i * 28,
  }));

/** What is read in these pages. */
export async function read(...pages: Drawn[][]): Promise<ReadDocument> {
  const found = await readPdf(drawnPdf(pages));
  if ("code" in found) throw new Error(found.code);
  return found;
}

/** The paragraphs in their order. */
export const paragraphs = ({ text, blocks }: ReadDocument) =>
  blocks.filter(({ kind }) => kind === "paragraph").map(({ start, end }) => text.slice(start, end));

/** The cells row by row; ^ stands for one that is merged with the one above it. */
export function rows({ text, blocks }: ReadDocument): string[][] {
  const found: string[][] = [];
  for (const block of blocks) {
    if (block.kind !== "cell") continue;
    const cell = block.isMerged ? "^" : text.slice(block.start, block.end);
    found[block.row] = [...(found[block.row] ?? []), cell];
  }
  return found;
}
