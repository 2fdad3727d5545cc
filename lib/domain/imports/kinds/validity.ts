import type { KindRule } from "./question";

const holds =
  /(?:实施|执行)期限|本[^，。]{1,12}(?:自|从)[^，。]{0,24}(?:施行|实施|执行|生效)|本[^，。]{1,12}(?:有效期|由[^，。]{2,30}(?:负责)?解释)|(?:有效期|废止)[^，。]{0,16}$|(?:以本[^，。]{1,10}为准|同时废止)/u;

/** It says from when the document holds, or who explains it. */
export const validity: KindRule = {
  rule: "validity",
  weight: -5,
  speaks: ({ sentences }) => sentences.some((sentence) => holds.test(sentence)),
};
