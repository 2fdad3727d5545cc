import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { Reading } from "./reading";
import { placeOf, stretchOf, sub } from "./stretch";
import { listAt, mentionsOf } from "./subject";

const rule =
  /(?:未(?:单独|另行|特别)?(?:注明|标明|明确|列明|列出|写明)[^，。；]{0,12}(?:责任|牵头|负责)[^，。；]{0,8}(?:的|任务|事项)，?|(?:本(?:方案|意见|通知|办法|计划|措施|文件|行动)|以上|上述)(?:所列|确定的|明确的|提出的)?(?:各项|所有|全部)(?:任务|工作|措施|事项)?)(?:均|统一|都)*由/gu;

/** 未注明责任单位的，由…负责; 本方案各项任务由…牵头落实: whom an item has that names nobody. */
export function defaultReadings({ text }: ReadDocument): Reading[] {
  const all = stretchOf(text, { start: 0, end: text.length });
  return [...all.words.matchAll(rule)].slice(0, 1).flatMap(({ index, 0: words }) => {
    const found = listAt(sub(all, index + words.length, index + words.length + 160));
    if (!found) return [];
    const read = mentionsOf(found.list, "responsible");
    return read.mentions.length > 0
      ? [{ rule: "defaults", ...read, verbatim: placeOf(found.list) }]
      : [];
  });
}
