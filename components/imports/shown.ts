import type { Day } from "@/lib/domain/calendar/days";
import type { DeadlineKind } from "@/lib/domain/calendar/deadlines";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { CandidateKind, Certainty, OwnerRole } from "@/lib/domain/imports/candidates";
import type { CandidateState, UnitFind } from "@/lib/domain/imports/imports";

/** Where a form of an import is sent, a press of it without a script, and the page that it stands on. */
export type Press = { action: string; key: string; back: string };

export type ShownWords = { start: number; end: number; words: string };

/** A proposal as the bench shows it. */
export type ShownCandidate = {
  id: string;
  version: number;
  path: string;
  kind: CandidateKind;
  certainty: Certainty;
  state: CandidateState;
  title: string;
  quotes: ShownWords[];
  evidence: { rule: string; weight: number }[];
  verbatim: string | null;
  /** 等部门: more than are named. */
  isOpenEnded: boolean;
  owners: {
    role: OwnerRole;
    words: string;
    rule: string;
    unit: string | null;
    find: UnitFind;
  }[];
  lead: string | null;
  cooperating: string[];
  times: { words: string; rule: string; end: Day | null }[];
  due: { kind: DeadlineKind; windowStart: Day | null; dueOn: Day | null; cycle: ReportingCycle };
  isByHand: { owner: boolean; deadline: boolean };
};
