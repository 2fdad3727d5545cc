import type { Veto } from "./veto";

/** 10月17日国家扶贫日前后, 春节前后: an activity goes around that day. */
export const around: Veto = {
  rule: "around",
  applies: ({ to }, { text }) => /^[^,。;]{0,12}前后/.test(text.slice(to)),
};
