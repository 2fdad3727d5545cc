import { describedKind } from "./many";
import type { Mention, Reading } from "./reading";
import { placeOf, type Stretch, sub } from "./stretch";

const told = new RegExp(
  `(?<=^|[，。；\\n：])(?!对|给|由|向|与|和|在|按|将|把|以|为|从|自|于|因|凡是?对|请|有(?!关|[^的，]{2,12}的[市县区乡镇]))(?:所有|凡是?|各|有关)?[\u4e00-\u9fa5]{2,16}的${describedKind}` +
    "(?=，?(?:也|均|都|还|一律)*(?:要(?!求|给予|予以|进行|严肃|追究|约谈|通报)|应(?!给予|予以)当?|须|必须|负责|不得))",
  "gu",
);

/** 所有使用财政资金的部门都要…, 被通报的单位要…: a class that is described, not named. */
export function describedReadings(stretch: Stretch): Reading[] {
  return [...stretch.words.matchAll(told)].flatMap(({ index, 0: words }) => {
    const place = placeOf(sub(stretch, index, index + words.length));
    if (place === null) return [];
    const mention: Mention = { name: place, words, form: "class", part: "responsible", group: 0 };
    return [{ rule: "described", mentions: [mention], isOpenEnded: false, verbatim: place }];
  });
}
