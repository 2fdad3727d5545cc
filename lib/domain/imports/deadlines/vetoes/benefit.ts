import type { Veto } from "./veto";

const given =
  /^(?:期间)?,?[^。;]{0,20}?(?:给予|享受|免租|免收|免征|减征|减免|减半|补贴|补助|奖励|返还|贴息|租金)/;

/** 3年内给予租金补贴, 2026—2028年对新落户的…奖励: how long a benefit is given. A day to hand it out by (12月底前发放) is a deadline. */
export const benefit: Veto = {
  rule: "benefit",
  applies: ({ kind, anchor, to }, { text }) =>
    (kind === "range" || (kind === "relative" && anchor !== "印发" && anchor !== "收到")) &&
    given.test(text.slice(to)),
};
