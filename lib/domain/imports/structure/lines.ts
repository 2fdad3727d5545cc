import type { Place } from "@/lib/domain/documents/quotes";
import type { Cell, ReadDocument } from "@/lib/domain/imports/blocks";
import { beginsAnew, isBrokenLine } from "@/lib/domain/imports/broken-line";
import type { ColumnRole } from "@/lib/domain/imports/candidates";
import type { SaidColumns } from "@/lib/domain/imports/columns";
import { type Label, labelAt } from "./labels";
import { isOwnersAlone } from "./owners-alone";

/** A paragraph as the structure reads it: one that a page broke is one again; its label is told apart. */
export type Line = {
  kind: "line";
  place: Place;
  label: Label | null;
  outline: number | null;
  /** Without line breaks and the spaces of typesetting. */
  words: string;
};
export type TableLines = {
  kind: "table";
  place: Place;
  table: number;
  rows: Cell[][];
  /** What a person says that its columns are for. */
  said: readonly (ColumnRole | null)[] | null;
};

/** The paragraphs and tables of a document, in its order; `columns` is what a person said of its tables. */
export function linesOf(
  { text, blocks }: ReadDocument,
  columns: readonly SaidColumns[] = [],
): (Line | TableLines)[] {
  const lines: (Line | TableLines)[] = [];
  for (const block of blocks) {
    const last = lines.at(-1);
    if (block.kind === "cell") {
      if (last?.kind === "table" && last.table === block.table) {
        addCell(last, block);
        continue;
      }
      const { table, start, end } = block;
      const said = columns.find((each) => each.table === table)?.roles ?? null;
      const added: TableLines = { kind: "table", place: { start, end }, table, rows: [], said };
      addCell(added, block);
      lines.push(added);
      continue;
    }
    const start = firstSign(text, block);
    if (start === block.end || isContentsEntry(text.slice(start, block.end))) continue;
    const label = labelAt(text, start);
    if (
      last?.kind === "line" &&
      label === null &&
      (isBareLabel(last) ||
        isBroken(last, text, start) ||
        (last.label === null && isOwnersAlone(bare(text.slice(start, block.end)))))
    ) {
      last.place = { start: last.place.start, end: block.end };
      last.words = bare(text.slice(last.place.start, block.end));
      continue;
    }
    const place = { start, end: block.end };
    const words = bare(text.slice(start, block.end));
    const own = label !== null && isRunOn(text, place, label) ? null : label;
    const line: Line = { kind: "line", place, label: own, outline: block.outline, words };
    const begun = last?.kind === "line" ? beginningOf(text, last, line) : null;
    if (begun !== null) lines.push(begun);
    lines.push(line);
  }
  return lines;
}

const partForms: readonly string[] = ["is", "must", "circle"];

/** “一是…。二是…” in one paragraph: its first words are no label of it. */
function isRunOn(text: string, { start, end }: Place, { form, number }: Label): boolean {
  if (number !== 1 || !partForms.includes(form)) return false;
  for (let at = start + 1; at < end; at++) {
    if (!"。；;".includes(text[at - 1] ?? "")) continue;
    const next = labelAt(text, at);
    if (next?.form === form && next.number === 2) return true;
  }
  return false;
}

/** Cuts “一是…” off the line above a “二是…”: the first of the parts stands in the line that introduces them. */
function beginningOf(text: string, above: Line, { label, outline }: Line): Line | null {
  if (label?.number !== 2 || !partForms.includes(label.form)) return null;
  const { start, end } = above.place;
  for (let at = start + 1; at < end; at++) {
    if (!"。；：:;，,".includes(text[at - 1] ?? "")) continue;
    const first = labelAt(text, at);
    if (first?.form !== label.form || first.number !== 1) continue;
    above.place = { start, end: at };
    above.words = bare(text.slice(start, at));
    const place = { start: at, end };
    return { kind: "line", place, label: first, outline, words: bare(text.slice(at, end)) };
  }
  return null;
}

function addCell(table: TableLines, cell: Cell): void {
  let row = table.rows.at(-1);
  if (row?.[0]?.row !== cell.row) {
    row = [];
    table.rows.push(row);
  }
  row.push(cell);
  table.place = {
    start: Math.min(table.place.start, cell.start),
    end: Math.max(table.place.end, cell.end),
  };
}

/** “一、总体要求……3”: a line of a table of contents. */
function isContentsEntry(words: string): boolean {
  return words.length <= 80 && /(?:[….·․]{3,}|\t)\s*[0-9]{1,3}\s*$/u.test(words);
}

/** Marks of a heading or of a point in text that was written for the screen (#, ●) are no part of it. */
function firstSign(text: string, { start, end }: Place): number {
  const marks = /^[#●■◆▪•◎▶►◇\s　]+/u.exec(text.slice(start, end));
  return start + (marks?.[0].length ?? 0);
}

/** Whether a page ended within the paragraph. */
function isBroken({ words, outline }: Line, text: string, next: number): boolean {
  if (outline !== null || text[next - 1] === " " || text[next - 1] === "#") return false;
  return isBrokenLine(words) && !beginsAnew(text.slice(next, next + 20));
}

/** “一、” on a line of its own: its words follow. */
function isBareLabel({ label, place }: Line): boolean {
  return label !== null && label.form !== "annex" && label.form !== "box" && label.end >= place.end;
}

/** Without white space. */
export function bare(words: string): string {
  return words.replace(/\s+/gu, "");
}
