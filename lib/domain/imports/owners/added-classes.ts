import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import { isZone } from "./forms";
import { namesOf } from "./names";
import type { Reading } from "./reading";
import { placeOf, type Stretch, stretchOf, sub } from "./stretch";

const part = "responsible" as const;
/** A class that all items behind `after` have; a heading that says it (`at`) speaks of what stands below it. */
export type AddedClass = { at: number; after: number; reading: Reading };

const tasks = "(?:各项|所有|具体|重点)?(?:任务|工作|措施|事项|条款|各条){0,3}";
/** 以下均需甲落实，不再列出; 具体任务均涉及甲，不再做分工. */
const forAll = new RegExp(
  `(?<later>(?:以下|下列|下述|后续|其后)${tasks})?(?:(?:本|全)(?:文|方案|表|意见)|具体|各项|所有)?${tasks}(?:，)?(?:均|都|同时)(?:需要|需|须|由|要|涉及)?(?<names>[^，。；均]{2,60}?)` +
    "(?:(?:组织|具体|共同|抓好|贯彻|配合|负责)*(?:落实|实施|负责|执行|推进))?(?:，|。|；)(?=[^。；]{0,12}(?:不再|不另|不一一|不逐一|下同))",
  "gu",
);

/** （甲、乙负责；各市人民政府结合实际落实，下同）: said once of this item and all after it. */
const fromHere =
  /(?<=[；，])(?<names>[^，。；（）]{2,40}?)(?:结合实际|具体|按职责|按要求|组织|抓好|负责)*(?:落实|实施|执行|推进|配合)，下同(?=）)/gu;

/** 以下均需各区政府落实，不再列出: a class that every later item has too (every item, where the whole document is meant). */
export function addedClasses({ text }: ReadDocument): AddedClass[] {
  const all = stretchOf(text, { start: 0, end: text.length });
  const read = (saying: RegExp, isOfLater: (found: RegExpExecArray) => boolean) =>
    [...all.words.matchAll(saying)].flatMap((found) => {
      const reading = readingOf(all, found);
      const at = all.at[found.index] ?? 0;
      return reading ? [{ at, after: isOfLater(found) ? at : -1, reading }] : [];
    });
  return [
    ...read(forAll, ({ groups }) => groups?.later !== undefined),
    ...read(fromHere, () => true),
  ];
}

/** What they add to one of the items. */
export function addedTo(
  item: Item,
  items: readonly Item[],
  added: readonly AddedClass[],
): Reading[] {
  const isHeadedBy = (at: number, { headings }: Item) =>
    headings.some(({ start, end }) => start <= at && at < end);
  return added
    .filter(
      ({ at, after }) =>
        after < item.quotes[0].start &&
        (isHeadedBy(at, item) || !items.some((each) => isHeadedBy(at, each))),
    )
    .map(({ reading }) => reading);
}

function readingOf(all: Stretch, { 0: words, index, groups }: RegExpExecArray): Reading | null {
  const names = groups?.names ?? "";
  const from = index + words.indexOf(names);
  const list = sub(all, from, from + names.length);
  const mentions = namesOf(list).flatMap(({ name, form }) => {
    const place = placeOf(name);
    const isClass = form === "class" || isZone(name.words);
    return !isClass || place === null
      ? []
      : [{ name: place, words: name.words, form: "class" as const, part, group: 0 }];
  });
  if (mentions.length === 0) return null;
  return { rule: "added-classes", mentions, isOpenEnded: false, verbatim: placeOf(list) };
}
