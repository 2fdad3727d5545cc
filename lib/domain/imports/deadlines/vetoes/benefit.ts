import type { Veto } from "./veto";

const given =
  /^(?:期间)?(?:,?[^。;]{0,20}?|,对[^。;]{20,60}?)(?:给予|享受|免租|免收|免征|减征|减免|减半|补贴|补助|奖励|返还|贴息|租金)/;
/** 1月1日至12月31日，困难企业可组织培训: how long something may be done. */
const allowed = /^,[^,。;]{2,20}(?<![不许认])可(?![持靠再])/;

/** 2030年前对…用电免收电费: up to when it is given. */
const freed = /^对[^,。;]{2,30}(?:免收|免征|减征|减免|减收|减半)/;

/** 3年内给予租金补贴, 2026—2028年对新落户的…奖励: how long a benefit is given. A day to hand it out by (12月底前发放) is a deadline. */
export const benefit: Veto = {
  rule: "benefit",
  applies: ({ kind, anchor, to }, { text }) =>
    (kind === "date" && freed.test(text.slice(to))) ||
    ((kind === "range" || (kind === "relative" && anchor !== "印发" && anchor !== "收到")) &&
      (given.test(text.slice(to)) || (kind === "range" && allowed.test(text.slice(to))))),
};
