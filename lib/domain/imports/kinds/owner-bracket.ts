import type { KindRule } from "./question";

const bracket =
  /[（(〔[【](?:[^（）()〔〕]|[（(〔][^（）()〔〕]*[）)〕]){0,400}?(?:负责|牵头|配合|落实|责任单位|责任部门|承办)(?:[^（）()〔〕]|[（(〔][^（）()〔〕]*[）)〕]){0,400}[）)〕\]】][。]?$/u;

/** Nothing but names of units, two or more: （县教育局、县财政局）. */
const units =
  /[（(〔[【](?:[^（）()〔〕、，；。：]{2,20}(?:[局委办厅部院会]|分局|支行|政府|管委会)(?:[、，；]|(?=[）)〕\]】]))){2,}[）)〕\]】][。]?$/u;

/** It ends in a bracket that says who is to do it. */
export const ownerBracket: KindRule = {
  rule: "owner_bracket",
  weight: 4,
  speaks: ({ words }) => bracket.test(words) || units.test(words),
};
