import type { KindRule } from "./question";

/** It gives money or other help for something: 给予…奖励. */
export const incentive: KindRule = {
  rule: "incentive",
  weight: 1,
  speaks: ({ words }) =>
    /(?:给予|予以|按)[^。；]{0,60}(?:奖励|补助|补贴|资助|支持|贴息|减免|优惠|倾斜)|发放[^。；]{0,30}(?:券|补贴|补助)|享受[^。；]{0,24}(?:免费|减免|优惠|补贴|奖励|补助|免租|倾斜)/u.test(
      words,
    ),
};
