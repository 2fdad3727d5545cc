import type { KindRule } from "./question";

const doer =
  /由[^，。；（）于]{2,40}?(?:负责|牵头|组织|会同|修改|制定|编制|承担|落实|办理|实施|提出|审定|汇总)|[局委部厅办院会](?:要)?会同/u;

/** Somebody is named who is to do it: 由…牵头, …会同…. */
export const namedDoer: KindRule = {
  rule: "named_doer",
  weight: 2,
  speaks: ({ words }) => doer.test(words),
};
