import type { Place } from "@/lib/domain/documents/quotes";
import { bareText } from "@/lib/domain/imports/bare-text";
import type { ReadDocument } from "@/lib/domain/imports/blocks";

/** A paragraph outside the tables, and what it says. */
export type Line = Place & { words: string };

/** The paragraphs of a document, in order. */
export function linesOf(document: ReadDocument): Line[] {
  return document.blocks
    .filter(({ kind }) => kind === "paragraph")
    .map(({ start, end }) => ({ start, end, words: bareText(document.text, { start, end }).text }));
}

const addressee = /^[^。]{2,}:$/;
const label =
  /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+[章条]|1[.、])/;
/** A head is never longer, however a page breaks it. */
const longestHead = 12;

/** What stands before the addressee or the first sentence: red head, number, title. */
export function headOf(lines: readonly Line[]): Line[] {
  const until = lines.findIndex(
    ({ words }) => addressee.test(words) || label.test(words) || /。/.test(words),
  );
  return lines.slice(0, Math.min(until < 0 ? lines.length : until, longestHead));
}

/** Press reports carry the days of what they tell of, not one of their own. */
export function isPress(lines: readonly Line[]): boolean {
  return lines.some(({ words }) =>
    /^(?:本报讯|本报记者|新华社|中新社|据新华社|本台消息)/.test(words),
  );
}
