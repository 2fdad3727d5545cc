import type { Place } from "./quotes";

export type Clause = Place & { code: string };

/** A stretch of text of one clause, or of none; `anchors` are the clauses that begin here, `ends` those that end here. */
export type Segment = {
  start: number;
  text: string;
  code: string | null;
  anchors: string[];
  ends: string[];
};

/** Numbered from 1, as `paragraphAt` counts. */
export type Paragraph = { number: number; segments: Segment[] };

/**
 * A document's text as paragraphs, each cut where clauses begin and end. Where clauses overlap, the words belong to the
 * shortest. A clause that runs over a paragraph's end goes on in the next.
 */
export function splitIntoClauses(text: string, clauses: readonly Clause[]): Paragraph[] {
  return paragraphPlaces(text).map((place, i) => ({
    number: i + 1,
    segments: cut(place, clauses).map(({ start, end }) => ({
      start,
      text: text.slice(start, end),
      code: shortestOver(clauses, start, end)?.code ?? null,
      anchors: clauses.filter((clause) => clause.start === start).map(({ code }) => code),
      ends: clauses.filter((clause) => clause.end === end).map(({ code }) => code),
    })),
  }));
}

function cut({ start, end }: Place, clauses: readonly Clause[]): Place[] {
  const inside = clauses
    .flatMap((clause) => [clause.start, clause.end])
    .filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...inside])].sort((a, b) => a - b);
  return cuts.map((from, i) => ({ start: from, end: cuts[i + 1] ?? end }));
}

/** Where each paragraph of a text stands. */
export function paragraphPlaces(text: string): Place[] {
  return [...text.matchAll(/\S(?:(?!\n\s*\n).)*/gsu)].map(({ index, 0: paragraph }) => ({
    start: index,
    end: index + paragraph.trimEnd().length,
  }));
}

function shortestOver(clauses: readonly Clause[], from: number, to: number): Clause | undefined {
  return clauses
    .filter(({ start, end }) => start <= from && to <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}
