import { justBefore } from "@/lib/domain/imports/deadlines/clauses";
import type { Veto } from "./veto";

const before =
  /(?:较|比|相对|相对于|以|根据|依据|按照|按|参照|对照|(?<!不)超过|优于|恢复到|相较于?|高于|低于)$/;
const behind = /^(?:的?基础|基数|水平|为基|相比|同期|相当|持平|的?基准)/;

/** 较2020年, 2020年基础上, 以2025年为基期: what a change is measured by. */
export const baseline: Veto = {
  rule: "baseline",
  applies: ({ from, to }, { text }) =>
    before.test(justBefore(text, from)) || behind.test(text.slice(to)),
};
