import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item, Owners } from "@/lib/domain/imports/candidates";
import { ownPlaces } from "@/lib/domain/imports/items/own-places";
import { addedClasses, addedTo } from "./added-classes";
import { addressedReadings } from "./addressed";
import { afterListReadings, behindListReadings, listOf } from "./after-list";
import { cast } from "./cast";
import { cellReadings, namesNobody } from "./cells";
import { defaultReadings } from "./defaults";
import { inheritance, refusesAll } from "./inherited";
import { partsNames } from "./names";
import type { Reading } from "./reading";
import { saysFirstLeads } from "./scope-rules";
import { withShared } from "./shared";
import { type Stretch, stretchOf } from "./stretch";
import { markedReadings, sentenceReadings } from "./text-readings";
import { togetherReadings } from "./together";

const nobody: Owners = { owners: [], verbatim: null, scope: "none", isOpenEnded: false };

/**
 * Who each item names as its owners, in the order of the items: from the cells of its row, else from its bracket or label,
 * else from its sentences, else from what stands above it or holds for the whole document. Every name is a place in the text.
 */
export function ownersOf(document: ReadDocument, items: readonly Item[]): Owners[] {
  const { text } = document;
  const firstLeads = saysFirstLeads(stretchOf(text, { start: 0, end: text.length }).words);
  const addressed = addressedReadings(document);
  const own = withShared(
    items,
    items.map((_, i) => ownReadings(text, items, i, addressed)),
  );
  const withOwnParts = new Set(
    items.flatMap(({ parent }, i) => (parent !== null && (own[i] ?? []).length > 0 ? parent : [])),
  );
  const afterLists = new Map([
    ...behindListReadings(document, items, own),
    ...afterListReadings(document, items),
  ]);
  const inherited = inheritance(text);
  const added = addedClasses(document);
  const defaults = defaultReadings(document);
  const found: Owners[] = [];
  for (const [i, item] of items.entries()) {
    const readings = own[i] ?? [];
    const hasParts = withOwnParts.has(i);
    const classes = item.kind === "goal" || hasParts ? [] : addedTo(item, items, added);
    const make = (from: readonly Reading[], scope: Owners["scope"]): Owners => ({
      owners: cast([...from, ...classes], firstLeads),
      verbatim: [...from, ...classes][0]?.verbatim ?? null,
      scope: from.some(({ rule }) => rule === "inherited") ? "inherited" : scope,
      isOpenEnded: from.some(({ isOpenEnded }) => isOpenEnded),
    });
    const above = item.parent === null ? undefined : found[item.parent];
    const last = afterLists.get(listOf(item)) ?? inherited(item);
    if (readings.length > 0) found.push(make([...leaders(readings, last), ...readings], "own"));
    else if (hasParts || refusesAll(text, item) || namesNobody(text, item)) found.push(nobody);
    else if (above && above.scope !== "none")
      found.push({ ...above, scope: above.scope === "default" ? "default" : "inherited" });
    else if (last.length > 0)
      found.push(
        make([...last, ...togetherReadings(stretchOf(text, item.quotes[0]))], "inherited"),
      );
    else if (item.kind !== "goal" && defaults.length + classes.length > 0)
      found.push(make(defaults, "default"));
    else found.push(nobody);
  }
  return found;
}

/** Whom the list above says to lead what an item names only helpers for (（配合单位：甲局） below 一、…（牵头单位：乙局）). */
function leaders(own: readonly Reading[], above: readonly Reading[]): readonly Reading[] {
  const isHelped = own.every(
    (each) => marked.includes(each.rule) && each.mentions.every(({ part }) => part === "helping"),
  );
  return isHelped
    ? above.filter(({ mentions }) => mentions.some(({ part }) => part === "lead"))
    : [];
}
const marked: readonly string[] = ["bracket", "labelled"];

function ownReadings(
  text: string,
  items: readonly Item[],
  i: number,
  addressed: (stretch: Stretch) => Reading[],
): Reading[] {
  const item = items[i];
  if (!item) return [];
  const cells = isRowOfParent(items, item) ? [] : cellReadings(text, items, i);
  if (cells.length > 0 || namesNobody(text, item)) return cells;
  const stretches = ownPlaces(items, item).map((place) => stretchOf(text, place, partsNames));
  const marked = stretches.flatMap((each) => markedReadings(each));
  if (marked.length > 0) return marked;
  return stretches
    .slice(0, 1)
    .flatMap((each) => sentenceReadings(each, { addressed: addressed(each) }));
}

/** A part of a row has the row's cells, which are not its own. */
function isRowOfParent(items: readonly Item[], { parent, cells }: Item): boolean {
  const first = ({ lead, owners }: Item["cells"]) => (lead ?? owners)?.[0]?.start;
  const above = parent === null ? undefined : items[parent];
  return above !== undefined && first(cells) !== undefined && first(above.cells) === first(cells);
}
