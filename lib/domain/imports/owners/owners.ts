import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item, Owners } from "@/lib/domain/imports/candidates";
import { addedClasses } from "./added-classes";
import { cast } from "./cast";
import { cellReadings } from "./cells";
import { closingReadings } from "./closing";
import { defaultReadings } from "./defaults";
import { inheritedReadings, refusesAll } from "./inherited";
import { partsNames } from "./names";
import type { Reading } from "./reading";
import { saysFirstLeads } from "./scope-rules";
import { stretchOf } from "./stretch";
import { markedReadings, sentenceReadings } from "./text-readings";

const nobody: Owners = { owners: [], verbatim: null, scope: "none", isOpenEnded: false };

/**
 * Who each item names as its owners, in the order of the items: from the cells of its row, else from its bracket or label,
 * else from its sentences, else from what stands above it or holds for the whole document. Every name is a place in the text.
 */
export function ownersOf(document: ReadDocument, items: readonly Item[]): Owners[] {
  const { text } = document;
  const firstLeads = saysFirstLeads(stretchOf(text, { start: 0, end: text.length }).words);
  const own = ownReadings(text, items);
  const parents = new Set(items.map(({ parent }) => parent));
  const hasOwnParts = (i: number) =>
    parents.has(i) && items.some((each, k) => each.parent === i && (own[k] ?? []).length > 0);
  const added = addedClasses(document);
  const defaults = defaultReadings(document);
  const found: Owners[] = [];
  for (const [i, item] of items.entries()) {
    const readings = own[i] ?? [];
    const above = item.parent === null ? null : found[item.parent];
    const classes = item.kind === "goal" || hasOwnParts(i) ? [] : added.filter(({ after }) => after < item.quotes[0].start).map(({ reading }) => reading);
    const make = (from: readonly Reading[], scope: Owners["scope"]) =>
      ownersFrom([...from, ...classes], scope, firstLeads, from);
    if (readings.length > 0) found.push(make(readings, readings.some(({ rule }) => rule === "inherited") ? "inherited" : "own"));
    else if (hasOwnParts(i) || refusesAll(text, item)) found.push(nobody);
    else if (above && above.scope !== "none") found.push({ ...above, scope: above.scope === "default" ? "default" : "inherited" });
    else {
      const inherited = [...closingReadings(document, items, i), ...inheritedReadings(text, item)];
      const last = inherited.length > 0 ? inherited : [];
      if (last.length > 0) found.push(make(last, "inherited"));
      else if (item.kind !== "goal" && (defaults.length > 0 || classes.length > 0)) found.push(make(defaults, "default"));
      else found.push(nobody);
    }
  }
  return found;
}

function ownReadings(text: string, items: readonly Item[]): Reading[][] {
  const own = items.map((item, i) => {
    const cells = isRowOfParent(items, item) ? [] : cellReadings(text, items, i);
    if (cells.length > 0) return cells;
    const stretches = item.quotes.map((quote) => stretchOf(text, quote, partsNames));
    const marked = stretches.flatMap((each) => markedReadings(each));
    return marked.length > 0 ? marked : stretches.slice(0, 1).flatMap((each) => sentenceReadings(each));
  });
  return own;
}
/** A part of a row has the row's cells, which are not its own. */
function isRowOfParent(items: readonly Item[], item: Item): boolean {
  const parent = item.parent === null ? undefined : items[item.parent];
  const cell = (each: Item) => (each.cells.lead ?? each.cells.owners ?? [])[0]?.start;
  return parent !== undefined && cell(parent) !== undefined && cell(parent) === cell(item);
}

function ownersFrom(readings: readonly Reading[], scope: Owners["scope"], firstLeads: boolean, said: readonly Reading[]): Owners {
  const main = said[0] ?? readings[0];
  return {
    owners: cast(readings, firstLeads),
    verbatim: main?.verbatim ?? null,
    scope,
    isOpenEnded: readings.some(({ isOpenEnded }) => isOpenEnded),
  };
}
