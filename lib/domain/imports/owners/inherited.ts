import type { Item } from "@/lib/domain/imports/candidates";
import { cellReadings, cellStretch, isDitto, ownerColumns } from "./cells";
import { partsNames } from "./names";
import type { Reading } from "./reading";
import { stretchOf } from "./stretch";
import { markedReadings, sentenceReadings } from "./text-readings";

/**
 * What an item that names nobody has from above: the row before it, where its own cell is empty or says 同上; what introduces
 * its list (only what that orders); a bracket behind its heading.
 */
export function inheritedReadings(text: string, items: readonly Item[], i: number): Reading[] {
  const item = items[i];
  if (!item) return [];
  const above = isLeftToRowAbove(text, item) ? rowAbove(text, items, i) : null;
  const nearest = [
    ...[...item.leadIns].reverse().map((place) => leadInReadings(text, place)),
    ...[...item.headings].reverse().map((place) => markedReadings(stretchOf(text, place, partsNames))),
  ].find((readings) => readings.length > 0);
  return (above ?? nearest ?? []).map((reading) => ({ ...reading, rule: "inherited" }));
}

function leadInReadings(text: string, place: { start: number; end: number }): Reading[] {
  const stretch = stretchOf(text, place, partsNames);
  const marked = markedReadings(stretch);
  return marked.length > 0 ? marked : sentenceReadings(stretch, true);
}

const ownerCells = ({ cells }: Item) => ownerColumns.flatMap((column) => cells[column] ?? []);
function isLeftToRowAbove(text: string, item: Item): boolean {
  const cells = ownerCells(item).map((cell) => cellStretch(text, cell).words);
  return cells.length > 0 && cells.every((words) => words === "" || isDitto(words));
}

function rowAbove(text: string, items: readonly Item[], i: number): Reading[] | null {
  const table = ownerCells(items[i] as Item)[0]?.table;
  for (let k = i - 1; k >= 0; k--) {
    const other = items[k] as Item;
    const cell = ownerCells(other)[0];
    if (!cell) continue;
    if (cell.table !== table) return null;
    const readings = cellReadings(text, other.cells);
    if (readings.length > 0) return readings;
  }
  return null;
}

/** Whether the item's own subject is somebody who is no owner (我省): then nobody is inherited either. */
export function refusesAll(text: string, item: Item): boolean {
  const { words } = stretchOf(text, item.quotes[0]);
  return /(?:^|[，。；])(?:我|本)(?:省|市|县|区|州)(?:将|要|对|拟|在|会)/u.test(words);
}
