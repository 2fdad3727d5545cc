import type { KindRule } from "./question";

/** It calls on people to follow an example. */
export const commendation: KindRule = {
  rule: "commendation",
  weight: -5,
  speaks: ({ words }) =>
    /向[^。，]{2,60}(?<!开展|组织|进行|加强)学习(?=[，。；]|$)|再接再厉|再创佳绩|珍惜荣誉|以[^。]{2,30}为榜样/u.test(
      words,
    ),
};
