import { z } from "zod";

const schema = z.coerce.number().int().min(1).max(10_000).catch(1);

/** The page that an address asks for, the first where it makes no sense. */
export function pageNumber(asked: unknown): number {
  return schema.parse(asked);
}

/** What waits is counted and listed up to here: who has more than that to do needs no number, but to be told that there is more. */
export const mostCounted = 500;

/** A number of what waits as it is said: `more` where there are more than are counted, as messages choose by it. */
export type Counted = { count: number; more: "yes" | "no" };

/** What is said of so many; of more than are counted nobody need find more than one. */
export function countedOf(found: number): Counted {
  return { count: Math.min(found, mostCounted), more: found > mostCounted ? "yes" : "no" };
}

/** The page asked for of so many items, or the last one there is, and where it begins. */
export function pageAt(count: number, asked: unknown, pageSize = 50) {
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(pageNumber(asked), pages);
  return { page, pages, offset: (page - 1) * pageSize, limit: pageSize };
}

/**
 * The same of a list that is all there and whose items are of different weights: on each page as many as weigh no more than
 * `most` together, and one at least.
 */
export function pageByWeight<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  most: number,
  asked: unknown,
) {
  const cut = cutByWeight(items, weightOf, most);
  const pages = Math.max(1, cut.length);
  const page = Math.min(pageNumber(asked), pages);
  return { shown: cut[page - 1] ?? [], page, pages };
}

/** Items in the pages that they make. */
export function cutByWeight<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  most: number,
): Item[][] {
  const pages: Item[][] = [];
  let left = 0;
  for (const item of items) {
    left -= weightOf(item);
    const last = pages.at(-1);
    if (last && left >= 0) last.push(item);
    else {
      pages.push([item]);
      left = most - weightOf(item);
    }
  }
  return pages;
}

/** The same with its items, of a list that is all there. */
export function pageOf<Item>(items: readonly Item[], asked: unknown, pageSize = 50) {
  const { page, pages, offset, limit } = pageAt(items.length, asked, pageSize);
  return { shown: items.slice(offset, offset + limit), page, pages };
}
