import type { Item } from "@/lib/domain/imports/candidates";
import { partsNames } from "./names";
import type { Reading } from "./reading";
import { stretchOf } from "./stretch";
import { markedReadings, sentenceReadings } from "./text-readings";

/** What an item that names nobody has from above: what introduces its list (only what that orders), a bracket behind a heading. */
export function inheritedReadings(text: string, item: Item): Reading[] {
  const nearest = [
    ...[...item.leadIns].reverse().map((place) => leadInReadings(text, place)),
    ...[...item.headings].reverse().map((place) => markedReadings(stretchOf(text, place, partsNames))),
  ].find((readings) => readings.length > 0);
  return (nearest ?? []).map((reading) => ({ ...reading, rule: "inherited" }));
}

function leadInReadings(text: string, place: { start: number; end: number }): Reading[] {
  const stretch = stretchOf(text, place, partsNames);
  const marked = markedReadings(stretch);
  return marked.length > 0 ? marked : sentenceReadings(stretch, true);
}

/** Whether the item's own subject is somebody who is no owner (我省): then nobody is inherited either. */
export function refusesAll(text: string, item: Item): boolean {
  const { words } = stretchOf(text, item.quotes[0]);
  return /(?:^|[，。；])(?:我|本)(?:省|市|县|区|州)(?:将|要|对|拟|在|会)/u.test(words);
}
