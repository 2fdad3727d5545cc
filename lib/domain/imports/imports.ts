import type { Refusal } from "@/lib/domain/refusals";
import { refuse } from "@/lib/domain/refusals";
import { evidenceLimits } from "@/lib/domain/submissions/evidence";
import type { CandidateKind } from "./candidates";

/** 在读 → 已读 → 已成拟办稿; a file that could not be read says why, and one that is given up goes after a while. */
export const importStates = ["reading", "read", "refused", "confirmed", "abandoned"] as const;
export type ImportState = (typeof importStates)[number];

/** How far the reading has come: what is behind it is kept, so a reader that was killed goes on from there. */
export const readStages = ["waiting", "reading", "proposing", "done"] as const;

/** Raised whenever readers or grammar say something else of the same file. */
export const importVersions = { reader: 1, grammar: 1 } as const;

export const importLimits = {
  /** A policy document with pictures, as large as evidence may be; what is kept of it is its text. */
  bytes: evidenceLimits.fileBytes,
  /** How many one person may begin in 24 hours. */
  perDay: 40,
  /** How often a file is tried that ends the process which reads it. */
  attempts: 3,
  /** How many candidates one press decides. */
  decided: 300,
} as const;

/** What has become of a proposal. `known` stands word for word in the first edition already. */
export const candidateStates = [
  "proposed",
  "confirmed",
  "edited",
  "rejected",
  "merged",
  "known",
] as const;
export type CandidateState = (typeof candidateStates)[number];

/** Those that become tasks, and those that nobody has looked at. */
export const keptStates = ["proposed", "confirmed", "edited"] as const satisfies CandidateState[];
export const decisions = ["confirm", "edit", "merge", "split", "reject", "undo"] as const;
export type Decision = (typeof decisions)[number];

const open = ["proposed", "confirmed", "edited", "known"] as const;
const decidable: Record<Decision, readonly CandidateState[]> = {
  confirm: ["proposed", "known"],
  edit: open,
  merge: open,
  split: open,
  reject: open,
  undo: ["confirmed", "edited", "rejected", "merged"],
};

/** Why a proposal in this state may not be decided like this, or null. */
export function decisionRefusal(state: CandidateState, decision: Decision): Refusal | null {
  return decidable[decision].includes(state) ? null : refuse("import_decided");
}

/** How the words of an owner were found among the units; the last two are questions. */
export const unitFinds = [
  "name",
  "short_name",
  "alias",
  "former_name",
  "without_place",
  "collective",
  "office",
  "ambiguous",
  "unknown",
] as const;
export type UnitFind = (typeof unitFinds)[number];
export const unsettledFinds = ["ambiguous", "unknown"] as const satisfies UnitFind[];

/** What only a person can say, in the order of the list. */
export const importQuestions = [
  "unit_unknown",
  "unit_ambiguous",
  "leads_several",
  "open_ended",
  "deadline_unanchored",
] as const;
export type ImportQuestion = (typeof importQuestions)[number];
/** Those that are asked of one proposal; of a unit it is asked once for all that name it. */
export const candidateQuestions = [
  "leads_several",
  "open_ended",
  "deadline_unanchored",
] as const satisfies ImportQuestion[];
export type CandidateQuestion = (typeof candidateQuestions)[number];

/** What a candidate becomes as a task. */
export const taskKindOf = {
  goal: "goal",
  measure: "measure",
  submeasure: "subtask",
  requirement: "requirement",
} as const satisfies Record<CandidateKind, string>;

/** What somebody makes of a clause that a second edition has changed, for a task that quotes it. */
export const changeDecisions = ["stays", "adjust", "correct"] as const;
export type ChangeDecision = (typeof changeDecisions)[number];
