import type { ReadDocument, ReadPart, ReadWarning } from "@/lib/domain/imports/blocks";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { canonical } from "@/lib/imports/canonical";
import { refusalOf } from "@/lib/imports/too-long";
import { contentRefusal } from "@/lib/submissions/evidence/file-check";
import { alignedTables } from "./columns";
import { type PageLines, withoutFurniture } from "./furniture";
import { ruledTables } from "./grid";
import { type Line, linesOf } from "./lines";
import { type Page, readPages } from "./pages";
import { type Measure, measureOf, paragraphsOf } from "./paragraphs";
import { type FoundTable, goesOn, readRows } from "./table";

/**
 * The text of a PDF (ISO 32000): wrapped lines joined, tables by their rules or by what stands under one another, page
 * numbers and running heads left out. Pages without text are named. Refuses what is damaged, locked, runs something or is
 * too long, and a file of pictures only (`file_scanned`).
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument | Refusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refusal = await contentRefusal("document.pdf", buffer);
  if (refusal) return refusal;
  try {
    return await documentOf(readPages(bytes));
  } catch (error) {
    return refusalOf(error);
  }
}

async function documentOf(pages: AsyncIterable<Page>): Promise<ReadDocument | Refusal> {
  const warnings: ReadWarning[] = [];
  const ruled = new Map<number, FoundTable[]>();
  const lined: PageLines[] = [];
  let isEmpty = true;
  for await (const { number, height, items, rules, turned, artifacts } of pages) {
    if (items.length === 0) warnings.push({ code: "page_without_text", page: number });
    else isEmpty = false;
    for (const words of turned) warnings.push({ code: "text_hidden", page: number, words });
    const { tables, others } = ruledTables(items, rules, number);
    ruled.set(number, tables);
    const lines = linesOf(others, number);
    const said = new Set([...artifacts].map(({ y }) => y));
    lined.push({ number, height, lines, artifacts: new Set(lines.filter(({ y }) => said.has(y))) });
  }
  if (isEmpty) return refuse("file_scanned");
  const { pages: clean, warnings: furniture } = withoutFurniture(lined);
  const flow: Piece[] = clean.flatMap(({ number, lines }) => {
    const aligned = alignedTables(lines);
    for (const { first, isGuessed } of aligned)
      if (isGuessed)
        warnings.push({ code: "table_unclear", page: number, words: lines[first]?.text ?? "" });
    return inOrder(lines, aligned, ruled.get(number) ?? []);
  });
  return canonical(partsOf(flow), [...warnings, ...furniture].sort(byPage));
}

const byPage = (a: ReadWarning, b: ReadWarning) => (a.page ?? 0) - (b.page ?? 0);

/** What a page has, from its top: lines of text and tables. */
type Piece = { kind: "line"; line: Line } | { kind: "table"; page: number; table: FoundTable };

function inOrder(
  lines: readonly Line[],
  aligned: ReturnType<typeof alignedTables>,
  tables: readonly FoundTable[],
): Piece[] {
  const taken = new Set(aligned.flatMap(({ first, count }) => lines.slice(first, first + count)));
  const all = [...tables, ...aligned.map(({ table }) => table)];
  return [
    ...lines.filter((line) => !taken.has(line)).map((line) => ({ kind: "line" as const, line })),
    ...all.map((table) => ({
      kind: "table" as const,
      page: table.rows[0]?.[0]?.page ?? 0,
      table,
    })),
  ].sort((a, b) => topOf(a) - topOf(b));
}

const topOf = (piece: Piece) => (piece.kind === "line" ? piece.line.y : piece.table.top);

function partsOf(flow: readonly Piece[]): ReadPart[] {
  const measure = measureOf(flow.flatMap((piece) => (piece.kind === "line" ? [piece.line] : [])));
  const parts: ReadPart[] = [];
  for (let i = 0; i < flow.length; ) {
    const piece = flow[i] as Piece;
    if (piece.kind === "line") {
      const lines = linesFrom(flow, i);
      parts.push(...textParts(lines, measure));
      i += lines.length;
      continue;
    }
    let { page } = piece;
    i++;
    for (let next = flow[i]; next?.kind === "table" && next.page === page + 1; next = flow[i]) {
      if (!goesOn(piece.table, next.table)) break;
      page = next.page;
      i++;
    }
    parts.push(...tableParts(piece));
  }
  return parts;
}

function linesFrom(flow: readonly Piece[], first: number): Line[] {
  const lines: Line[] = [];
  for (const piece of flow.slice(first)) {
    if (piece.kind !== "line") break;
    lines.push(piece.line);
  }
  return lines;
}

const textParts = (lines: readonly Line[], measure: Measure): ReadPart[] =>
  paragraphsOf(lines, measure).map((each) => ({ kind: "paragraph", ...each }));

/** One cell over all columns above the head is the table's title. */
function tableParts({ page, table }: Extract<Piece, { kind: "table" }>): ReadPart[] {
  const rows = readRows(table);
  const title = rows.length > 1 && rows[0]?.length === 1 ? rows[0][0]?.text : undefined;
  return [
    ...(title === undefined ? [] : [{ kind: "paragraph" as const, text: title, page }]),
    { kind: "table", rows: title === undefined ? rows : rows.slice(1), page },
  ];
}
