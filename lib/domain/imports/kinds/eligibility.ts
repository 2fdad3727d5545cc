import type { KindRule } from "./question";

const whom =
  /适用于|(?:范围|对象|人员|条件|主体)(?:为|包括|应为|须|需|必须|应具备|所在)|(?:申请|申报|参评|推荐)(?:人|者|单位|对象|人员|条件)[^，。]{0,12}(?:应|须|需|必须)|不具备[^，。]{0,20}的/u;

/** It says whom it is for, or what whoever applies must be. */
export const eligibility: KindRule = {
  rule: "eligibility",
  weight: -3,
  speaks: ({ sentences }) => sentences.every((sentence) => whom.test(sentence)),
};
