import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { Place } from "./quotes";

/** A pasted text as it is kept: one kind of line end, no other control signs, nothing blank around it. */
export function plainText(pasted: string): string {
  return pasted
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

/**
 * Where words stand in a text, however either is broken into lines: at `at` if they stand there, else where they alone
 * stand. Refuses words that are not in the text, and those that stand several times while nobody has said where.
 */
export function placeOf(
  text: string,
  words: string,
  at: number | null,
  field: string,
): Place | Refusal {
  const what = withoutBlanks(words);
  if (what.signs === "") return refuse("quote_missing", { field });
  const chosen = at === null ? null : placeAt(text, what.signs, at);
  if (chosen) return chosen;
  const where = withoutBlanks(text);
  const places: Place[] = [];
  for (
    let i = where.signs.indexOf(what.signs);
    i >= 0;
    i = where.signs.indexOf(what.signs, i + 1)
  ) {
    const start = where.places[i] ?? 0;
    const end = (where.places[i + what.signs.length - 1] ?? 0) + 1;
    places.push({ start, end });
  }
  const [only] = places;
  if (!only) return refuse("quote_missing", { field });
  return places.length === 1
    ? only
    : refuse("quote_several", { field, params: { times: places.length } });
}

/** Where these signs stand if the next that are not blank are they: a text of many quotes is not searched for each. */
function placeAt(text: string, signs: string, at: number): Place | null {
  let [start, found] = [-1, 0];
  for (let i = at; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (/\s/u.test(sign)) continue;
    if (sign !== signs.charAt(found)) return null;
    if (found === 0) start = i;
    found += 1;
    if (found === signs.length) return { start, end: i + 1 };
  }
  return null;
}

/** Whether words stand in a text, however either is broken into lines. */
export function stands(text: string, words: string): boolean {
  return text.includes(words) || withoutBlanks(text).signs.includes(withoutBlanks(words).signs);
}

function withoutBlanks(text: string) {
  const places: number[] = [];
  let signs = "";
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (/\s/u.test(sign)) continue;
    signs += sign;
    places.push(i);
  }
  return { signs, places };
}

/** Words of a text as a quote has them: its paragraphs, without the lines that a page broke them into. */
export function unbroken(words: string): string {
  return words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ""))
    .join("\n\n");
}

/** A quote as it is compared with others: without blanks and punctuation. The database has the same as `bare`. */
export function bareQuote(quote: string): string {
  return quote.replace(/[\s\p{P}]/gu, "").toLowerCase();
}
