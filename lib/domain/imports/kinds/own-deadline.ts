import type { KindRule } from "./question";

const by =
  /(?:月底|年底|季度末|月末|年末|[0-9一二三四五六七八九十]+月|[0-9一二三四五六七八九十]+日|上旬|中旬|下旬|上半年|年内?)(?:之?前|以前)|(?:之日起|后)[^，。]{1,12}(?:日|天|月)内|截止(?:时间|日期)/u;

/** It says by when: …前完成, 印发之日起…内. */
export const ownDeadline: KindRule = {
  rule: "own_deadline",
  weight: 2,
  speaks: ({ words }) => by.test(words),
};
