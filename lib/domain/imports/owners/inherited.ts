import type { Place } from "@/lib/domain/documents/quotes";
import type { Item } from "@/lib/domain/imports/candidates";
import { headingUnitReadings } from "./heading-units";
import { partsNames } from "./names";
import type { Reading } from "./reading";
import { stretchOf } from "./stretch";
import { markedReadings, sentenceReadings } from "./text-readings";

/**
 * What items that name nobody have from above: the nearest of what introduces their list (only what that orders), else a
 * bracket behind a heading, or a heading of names. Each place is read once.
 */
export function inheritance(text: string): (item: Item) => Reading[] {
  const read = new Map<string, Reading[]>();
  const once = (kind: string, place: Place, reading: (place: Place) => Reading[]) => {
    const key = `${kind}${place.start}-${place.end}`;
    const found = read.get(key) ?? reading(place).map((each) => ({ ...each, rule: "inherited" }));
    read.set(key, found);
    return found;
  };
  const marked = (place: Place) => markedReadings(stretchOf(text, place, partsNames));
  const ordered = (place: Place) => {
    const found = marked(place);
    return found.length > 0
      ? found
      : sentenceReadings(stretchOf(text, place, partsNames), { onlyOrders: true });
  };
  const headed = (place: Place) => {
    const found = marked(place);
    return found.length > 0 ? found : headingUnitReadings(stretchOf(text, place, partsNames));
  };
  return ({ leadIns, headings }) => {
    for (const place of leadIns.toReversed()) {
      const found = once("lead-in", place, ordered);
      if (found.length > 0) return found;
    }
    for (const place of headings.toReversed()) {
      const found = once("heading", place, headed);
      if (found.length > 0) return found;
    }
    return [];
  };
}

/** Whether the item's own subject is somebody who is no owner (我省): then nobody is inherited either. */
export function refusesAll(text: string, item: Item): boolean {
  const { words } = stretchOf(text, item.quotes[0]);
  return /(?:^|[，。；])(?:我|本)(?:省|市|县|区|州)(?:将|要|对|拟|在|会)/u.test(words);
}
