import type { Place } from "@/lib/domain/documents/quotes";
import { plainWords } from "@/lib/domain/texts";
import type { Draft } from "./draft";

/**
 * One item for a task that stands in the body and in a table. A row that repeats a body item takes its quote; rows that
 * break one down are its parts; a body item that only lists the names of rows is none.
 */
export function withoutRepeats(text: string, drafts: readonly Draft[]): Draft[] {
  const rows = drafts.filter(
    ({ cells, kind }) => kind === "measure" && Object.keys(cells).length > 0,
  );
  const bodies = drafts.filter(
    ({ cells, kind }) => kind !== "goal" && Object.keys(cells).length === 0,
  );
  if (rows.length === 0 || bodies.length === 0) return [...drafts];
  const words = new Map(bodies.map((body) => [body, sounds(text, body.title)]));
  const quoted = new Map(bodies.map((body) => [body, sounds(text, body.quotes[0])]));
  const gone = new Set<Draft>();
  const placed = new Set<Draft>();
  const byBody = new Map<Draft, { row: Draft; isGroup: boolean }[]>();
  for (const row of rows) {
    const title = sounds(text, row.title);
    const groups = (row.cells.group ?? []).map((cell) => sounds(text, cell));
    const same = bodies.find((body) => isSame(words.get(body) ?? "", title));
    const above = same ? undefined : bodies.find((body) => groups.includes(words.get(body) ?? ""));
    const body = same ?? above;
    if (body) placed.add(row);
    if (body) byBody.set(body, [...(byBody.get(body) ?? []), { row, isGroup: same === undefined }]);
  }
  for (const row of rows) {
    if (row.parent !== null || placed.has(row)) continue;
    const citing = bodies.filter((body) => cites(text, body, row));
    const [only] = citing;
    if (only && citing.length === 1)
      byBody.set(only, [...(byBody.get(only) ?? []), { row, isGroup: true }]);
  }
  for (const [body, found] of byBody) {
    const [only] = found;
    if (only && found.length === 1 && !only.isGroup) {
      only.row.quotes.push(body.quotes[0]);
      only.row.evidence.push({ rule: "said_twice", weight: 2 });
      gone.add(body);
      for (const part of drafts) if (part.parent === body) part.parent = only.row;
      continue;
    }
    for (const { row } of found) {
      row.kind = "submeasure";
      row.parent = body;
      row.evidence.push({ rule: "breaks_an_item_down", weight: 2 });
    }
  }
  for (const body of bodies) {
    if (byBody.has(body) || body.kind !== "measure") continue;
    const quote = quoted.get(body) ?? "";
    const named = rows.filter(
      (row) => row.parent === null && isNamedIn(quote, sounds(text, row.title)),
    );
    const isOfNames = lengthOf(named.map((row) => sounds(text, row.title))) * 2 >= quote.length;
    if (named.length >= 2 && (named.length * 2 >= rows.length || isOfNames)) gone.add(body);
  }
  return drafts.filter((draft) => !gone.has(draft) && !(draft.parent && gone.has(draft.parent)));
}

/** Words without label, punctuation and white space. */
function sounds(text: string, { start, end }: Place): string {
  const words = plainWords(text.slice(start, end));
  return words
    .replace(/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[0-9]+[.、])/u, "")
    .replace(/\p{P}/gu, "");
}

/** “（见附件1）”: the body item says that the rows of an annex are its own. */
function cites(text: string, body: Draft, row: Draft): boolean {
  const annex = /^附件[0-9]*(?=\/)/u.exec(row.path)?.[0];
  if (annex === undefined) return false;
  const [{ start, end }] = body.quotes;
  const words = plainWords(text.slice(start, end));
  const at = words.indexOf(annex);
  return at >= 0 && !/[0-9]/u.test(words[at + annex.length] ?? "");
}

function isNamedIn(quote: string, title: string): boolean {
  return title.length >= 4 && quote.includes(title);
}

const lengthOf = (words: readonly string[]) => words.reduce((sum, each) => sum + each.length, 0);

/** Equal, or nearly: four in five of their pairs of signs. */
function isSame(a: string, b: string): boolean {
  if (a === b) return a.length >= 2;
  if (Math.abs(a.length - b.length) > 8 || Math.min(a.length, b.length) < 5) return false;
  const pairs = new Set(pairsOf(a));
  const others = pairsOf(b);
  const common = others.filter((pair) => pairs.has(pair)).length;
  return (2 * common) / (pairs.size + others.length) >= 0.8;
}

function pairsOf(words: string): string[] {
  return Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2));
}
