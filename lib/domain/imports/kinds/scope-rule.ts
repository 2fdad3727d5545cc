import type { KindRule } from "./question";

const rules =
  /^(?:以上|上述)[^，。]{0,12}(?:须|应|要|均|请|全部|务必|于|在)[^。]{0,24}(?:完成|落实到位)|(?:为(?:总)?牵头|为主办)(?:单位|部门)|下同|不再列出|^(?:本[^，。]{1,12})?(?:所需|涉及)[^，。]{0,10}(?:资金|经费)|^涉及多个[^。]{0,12}的|^未(?:注明|明确)[^，。]{0,12}的|^(?:说明|备?注)[：:]/u;

/** It says how other items are to be read: who leads, by when all above is done. */
export const scopeRule: KindRule = {
  rule: "scope_rule",
  weight: -6,
  speaks: ({ sentences }) => sentences.every((sentence) => rules.test(sentence)),
};
