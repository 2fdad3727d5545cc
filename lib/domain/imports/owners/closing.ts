import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import type { Reading } from "./reading";
import { placeOf, type Stretch, stretchOf, sub } from "./stretch";
import { listAt, mentionsOf } from "./subject";

const above = /(?:以上|上述|前述)(?:各项|所有|全部|任务|工作|措施|事项|[一二三四五六七八九十\d]+项)*(?:，)?(?:均|都)?由/gu;

/** 以上任务由…负责, behind a list: holds for the items of that list that name nobody. */
export function closingReadings({ text }: ReadDocument, items: readonly Item[], i: number): Reading[] {
  const item = items[i];
  if (!item) return [];
  const all = stretchOf(text, { start: item.quotes[0].start, end: text.length });
  for (const { index, 0: words } of all.words.matchAll(above)) {
    const at = all.at[index] ?? 0;
    const last = items.filter(({ quotes }) => quotes[0].start <= at).at(-1);
    if (!last || listOf(last) !== listOf(item)) continue;
    return readingAt(sub(all, index + words.length, index + words.length + 160));
  }
  return [];
}
const listOf = ({ path }: Item) => path.split("/").slice(0, -1).join("/");

function readingAt(stretch: Stretch): Reading[] {
  const found = listAt(stretch);
  if (!found) return [];
  const read = mentionsOf(found.list, "responsible");
  return read.mentions.length > 0 ? [{ rule: "closing", ...read, verbatim: placeOf(found.list) }] : [];
}
