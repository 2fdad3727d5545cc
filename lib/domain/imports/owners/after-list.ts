import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import type { Reading } from "./reading";
import { placeOf, stretchOf, sub } from "./stretch";
import { listAt, mentionsOf } from "./subject";

const above =
  /(?:以上|上述|前述)(?:各项|所有|全部|任务|工作|措施|事项|[一二三四五六七八九十\d]{1,3}项){0,4}(?:，)?(?:均|都)?由/gu;

/** 以上任务由…负责, behind a list: by the path of the list, whom those of its items have that name nobody. */
export function afterListReadings(
  { text }: ReadDocument,
  items: readonly Item[],
): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  const all = stretchOf(text, { start: 0, end: text.length });
  for (const { index, 0: words } of all.words.matchAll(above)) {
    const at = all.at[index] ?? 0;
    const last = items.filter(({ quotes }) => quotes[0].start <= at).at(-1);
    const list = listAt(sub(all, index + words.length, index + words.length + 160));
    if (!last || !list) continue;
    const read = mentionsOf(list.list, "responsible");
    if (read.mentions.length > 0)
      found.set(listOf(last), [{ rule: "after-list", ...read, verbatim: placeOf(list.list) }]);
  }
  return found;
}

/** The path of the list that an item stands in. */
export const listOf = ({ path }: Item) => path.split("/").slice(0, -1).join("/");
