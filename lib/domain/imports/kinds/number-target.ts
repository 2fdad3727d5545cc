import type { KindRule } from "./question";

const target =
  /(?:达到?|提高到|提升至|降至|控制在|保持在|不低于|不少于|不超过|力争|新建|新增|建成|培育|打造|完成|改造|建设|集聚)[^，。；]{0,24}?[0-9]+(?:\.[0-9]+)?[^，。；年月日0-9]{0,4}/u;

/** A number is to be reached: 达到95%以上, 新建3座. */
export const numberTarget: KindRule = {
  rule: "number_target",
  weight: 1,
  speaks: ({ words }) => target.test(words),
};
