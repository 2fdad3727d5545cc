import type { Day } from "@/lib/domain/calendar/days";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import type { CandidateDeadline } from "@/lib/domain/imports/candidates";

/** A time expression in a bare text, its words from sign `from` to sign `to` (exclusive). */
export type TimeFound = Omit<CandidateDeadline, "words" | "isSoft"> & { from: number; to: number };

/** What the words around an expression are, for it to be read. */
export type Scene = {
  text: string;
  /** Whether a sign stands where only times stand: in a time column, behind 完成时限：. */
  isTimeCell: (at: number) => boolean;
  isGoal: boolean;
  /** The year of a date that names none, and which words it is from. */
  yearAt: (at: number) => { year: number; anchor: string } | null;
  datedOn: Day | null;
  /** Where the document says no day of its own, the first of the year that it is from: what lies before is over. */
  since: Day | null;
  calendar: WorkCalendar;
};

/** One form of time expressions. `read` gives null where the words only look like one. */
export type Form = {
  rule: string;
  pattern: RegExp;
  read: (match: RegExpExecArray, scene: Scene) => TimeFound | null;
  /** Where its words only look like one, no part of them is a time either. */
  isWhole?: true;
};

/** What a form found, by what differs from a bare mention. */
export function timeFound(
  rule: string,
  match: RegExpExecArray,
  said: Pick<TimeFound, "kind"> & Partial<TimeFound>,
): TimeFound {
  const from = match.index;
  const nothing = { start: null, end: null, anchor: null, rrule: null, amount: null, unit: null };
  return { rule, from, to: from + match[0].length, precision: "none", ...nothing, ...said };
}
