import type { KindRule } from "./question";

const bracket =
  /[（(〔[【](?:[^（）()〔〕]|[（(〔][^（）()〔〕]*[）)〕]){0,400}?(?:负责|牵头|配合|落实|责任单位|责任部门|承办)(?:[^（）()〔〕]|[（(〔][^（）()〔〕]*[）)〕]){0,400}[）)〕\]】][。]?$/u;

/** It ends in a bracket that says who is to do it. */
export const ownerBracket: KindRule = {
  rule: "owner_bracket",
  weight: 4,
  speaks: ({ words }) => bracket.test(words),
};
