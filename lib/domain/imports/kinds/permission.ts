import type { KindRule } from "./question";

const may =
  /(?:^|[^不许认尽均])可(?:以|先行|参照|根据|结合|按|自|视|由|在|从|对|将|成立|设立|采用|采取|申请|适当|直接|享受|选择|叠加|委托|免|继续)/u;
const must = /[^重主需]要(?!求|素)|应当|必须|不得|严禁|须/u;

/** 每年设立总额100万元的资金，企业可申请: what is set up first is no permission. */
const setsUp = /(?:设立|安排|发放)[^，。]{0,24}(?:资金|基金|券|万元|亿元)[^。]*可/u;

/** Somebody only may: 可, 可以, 可参照. */
export const permission: KindRule = {
  rule: "permission",
  weight: -4,
  speaks: ({ sentences }) =>
    sentences.every(
      (sentence) => may.test(sentence) && !must.test(sentence) && !setsUp.test(sentence),
    ),
};
