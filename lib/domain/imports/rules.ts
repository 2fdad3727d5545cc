import { timeRules } from "./deadlines/time-rules";
import { itemRules } from "./items/item-rules";
import { kindRules } from "./kinds/rules";
import { ownerRules } from "./owners/owner-rules";
import { targetRules } from "./targets/target-rules";

/** Every rule that a value of a proposal can name; each has its words in both languages. */
export const importRules: readonly string[] = [
  ...kindRules.map(({ rule }) => rule),
  ...[...itemRules, ...ownerRules, ...timeRules, ...targetRules],
];
