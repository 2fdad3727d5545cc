import type { Place } from "@/lib/domain/documents/quotes";
import { bareText, placeOf } from "@/lib/domain/imports/bare-text";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";

/** A sentence outside all items that says by when those before it are to be done. */
export type ClosingTime = { place: Place; to: number[] };

const ofAll = /^(?:以上|上述|前述)[^,。;]{0,14}(?:任务|工作|事项|措施|各项|内容|项目|问题)/;
const ofLast =
  /^(?:截止(?:时间|日期)|完成时限|申报时间|报名(?:截止)?时间|报送时间|[^,。;]{0,14}(?:活动|行动|工作|试点|整治)(?:时间)?为期)/;
/** As far as a sentence may be from what it speaks of: some paragraphs of background. */
const reach = 3;

/** “以上任务须在…前完成” belongs to the items of the list that it closes, “截止时间为…” to the one before it. */
export function closingTimes(document: ReadDocument, items: readonly Item[]): ClosingTime[] {
  const paragraphs = document.blocks.filter(({ kind }) => kind === "paragraph");
  const isInItem = ({ start, end }: Place) =>
    items.some(({ quotes }) => quotes.some((quote) => start < quote.end && quote.start < end));
  return paragraphs.flatMap((paragraph, number) =>
    sentences(document, paragraph).flatMap(({ place, words }) => {
      const isAll = ofAll.test(words);
      if ((!isAll && !ofLast.test(words)) || isInItem(place)) return [];
      const from = paragraphs[Math.max(0, number - reach)]?.start ?? 0;
      const last = lastBefore(items, from, place.start);
      if (last === undefined) return [];
      return [{ place, to: isAll ? likeIt(items, last) : [last] }];
    }),
  );
}

function sentences(document: ReadDocument, paragraph: Place): { place: Place; words: string }[] {
  const bare = bareText(document.text, paragraph);
  return [...bare.text.matchAll(/[^。;]+[。;]?/g)].map((match) => ({
    place: placeOf(bare, match.index, match.index + match[0].length),
    words: match[0],
  }));
}

function lastBefore(items: readonly Item[], from: number, until: number): number | undefined {
  const ends = items.map(({ quotes: [{ end }] }) => end);
  const near = ends.map((end, i) => ({ end, i })).filter(({ end }) => end > from && end <= until);
  return near.sort((a, b) => b.end - a.end)[0]?.i;
}

/** Those of the same list: their paths differ in the last label only. */
function likeIt(items: readonly Item[], last: number): number[] {
  const listOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  const list = listOf(items[last]?.path ?? "");
  return items.flatMap(({ path }, i) => (listOf(path) === list ? [i] : []));
}
