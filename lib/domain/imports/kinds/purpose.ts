import type { KindRule } from "./question";

const purposes =
  /(?:特?制定|制订|编制|出台)(?:本(?![地市县省区州部单级行系])[^，。]{0,12}|如下[^，。]{0,6}|以下[^，。]{0,6})(?:方案|意见|办法|计划|细则|规定|措施|要点|规划|指南|制度)[。：:]?$|(?:现就|现将|现对|就)[^。]{0,60}(?:通知|公告|通告|批复|函复|通报|说明|印发)[^。]{0,6}(?:如下|给你们|你们)|(?:提出|制定)(?:如下|以下)(?:意见|措施|方案|要求|政策)|(?:现|特)(?:通知|公告|通告|批复|提出|通报|印发)[^。]{0,10}(?:如下|以下)|^(?:为|根据|按照|依据|鉴于|针对|经)[^。]*决定[^。]{0,40}(?:开展|实施|组织|举办|进行)[^。]{2,40}(?:行动|活动|工作|检查|整治|治理|攻坚)[”」]?(?:行动|活动|工作)?[。]?$/u;

const orders =
  /^(?:请)?(?:各|[^，。]{2,16}(?:局|委|厅|办|室|政府))[^，。]{0,24}(?:要(?!求)|须|应|将(?!军)|于)/u;

/** It says why the document was made, and orders nothing behind that: 为…, 制定本方案. */
export const purpose: KindRule = {
  rule: "purpose",
  weight: -4,
  speaks: ({ words, sentences }) =>
    purposes.test(words) &&
    !sentences.slice(1).some((sentence) => !purposes.test(sentence) && orders.test(sentence)),
};
