import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import { isOwnersAlone } from "@/lib/domain/imports/structure/owners-alone";
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

/**
 * A bracket in a paragraph of its own behind the last of several numbered items below one heading is of them all, if no
 * other has owners: by the path of their list, whom the others have. Takes what each item was read to say.
 */
export function behindListReadings(
  { text }: ReadDocument,
  items: readonly Item[],
  own: readonly Reading[][],
): Map<string, Reading[]> {
  const lists = new Map<string, number[]>();
  for (const [i, item] of items.entries())
    if (item.parent === null && Object.keys(item.cells).length === 0 && listOf(item) !== "")
      lists.set(listOf(item), [...(lists.get(listOf(item)) ?? []), i]);
  const found = new Map<string, Reading[]>();
  for (const [list, all] of lists) {
    const last = all.at(-1) ?? 0;
    const quote = items[last]?.quotes[0];
    const words = quote ? text.slice(quote.start, quote.end).trim().split(/\n+/u) : [];
    const isBehind = words.length === 2 && isOwnersAlone((words.at(-1) ?? "").trim());
    const others = all.filter((i) => i !== last);
    const isShort = others.every((i) => {
      const each = items[i]?.quotes[0];
      return each && !text.slice(each.start, each.end).trim().includes("\n");
    });
    if (!isBehind || others.length === 0 || !isShort) continue;
    if (others.every((i) => own[i]?.length === 0)) found.set(list, own[last] ?? []);
  }
  return found;
}

/** The path of the list that an item stands in. */
export const listOf = ({ path }: Item) => path.split("/").slice(0, -1).join("/");
