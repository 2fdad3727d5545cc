import { daysBetween } from "@/lib/domain/calendar/days";
import { justBefore, sentenceAfter, sentenceBefore } from "@/lib/domain/imports/deadlines/clauses";
import { type Veto, wordsOf } from "./veto";

const done = /^,?[^,。;]{0,8}(?:已经|已(?!完工|有)|完成了|召开了|发生|印发了|反馈了)/;
/** So long before the document a day with 前 may lie: plans are made public late. */
const longestDelay = 183;

/** 2024年…增长5.6%, 截至2025年6月底，已…, “十三五”以来: what has been. */
export const past: Veto = {
  rule: "past",
  applies: (found, { text, since }) => {
    const { from, to, end, kind } = found;
    const after = sentenceAfter(text, to);
    if (/^的?以来/.test(after)) return true;
    if (/^\s*会议(?:指出|认为|听取)/.test(sentenceBefore(text, from))) return true;
    const isOver = end !== null && since !== null && end < since;
    const isCount = /^,?[^,]{0,12}(?:已|共|累计)/.test(after);
    if (/截[至止]$/.test(justBefore(text, from)) && (isOver || isCount)) return true;
    if (done.test(after) && (end === null || isOver || since === null)) return true;
    if (!isOver || kind === "recurring") return false;
    return !/前$/.test(wordsOf(found, text)) || daysBetween(end, since) > longestDelay;
  },
};
