import { cutByWeight } from "@/lib/domain/paging";
import { paragraphPlaces } from "./clauses";
import type { Place } from "./quotes";

/** So many signs: where every other line is a task, more would be heavier with its links and lights than a public page may be. */
const mostSigns = 2_000;

/** A part of a document's text that is shown at once; its paragraphs are numbered as `paragraphAt` counts. */
export type TextPage = Place & { first: number; last: number };

/** A document's text in pages, each of whole paragraphs; a text without any is one page. */
export function textPages(text: string): TextPage[] {
  const places = paragraphPlaces(text);
  const numbers = places.map((place, index) => ({ ...place, number: index + 1 }));
  const cut = cutByWeight(numbers, ({ start, end }) => end - start, mostSigns);
  const pages = cut.flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    return first && last
      ? [{ start: first.start, end: last.end, first: first.number, last: last.number }]
      : [];
  });
  return pages.length > 0 ? pages : [{ start: 0, end: text.length, first: 1, last: 0 }];
}

/** The page, counted from 1, on which a place in the text begins. */
export function textPageAt(text: string, start: number): number {
  const at = textPages(text).findIndex(({ end }) => start < end);
  return Math.max(at, 0) + 1;
}
