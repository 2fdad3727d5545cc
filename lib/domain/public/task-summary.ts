import { type Day, daysBetween } from "@/lib/domain/calendar/days";
import type { DeadlineBasis, DeadlineKind } from "@/lib/domain/calendar/deadlines";
import { isClosed, type TaskStatus } from "@/lib/domain/tasks/tasks";
import { daysPastPromise } from "./slippage";

/** What the sentence is made of, all as of one day. `moves` counts how often the due day was moved. */
export type SummaryFacts = {
  status: TaskStatus;
  dueOn: Day | null;
  baselineDueOn: Day | null;
  completedOn: Day | null;
  moves: number;
  deadlineKind: DeadlineKind;
  basis: DeadlineBasis | null;
  percent: number | null;
  /** The percentage is all that has been approved; how many reports wait for their release check. */
  isPercentCurrent: boolean;
  waiting: number;
  /** What the schedule alone says, by the present due day and by the one promised first. */
  expectedPercent: number | null;
  baselinePercent: number | null;
  daysLate: number;
};

/** A clause of the sentence that sums a task up. `status` names a state that says all there is to say. */
export type SummaryPart =
  | { part: "promised" | "assigned"; day: Day }
  | { part: "ongoing" | "unresolved" | "no_report" | "not_disclosed" | "never_moved" }
  | { part: "on_schedule" | "on_moved_schedule" | "on_first_schedule" }
  | { part: "waiting"; count: number }
  | { part: "done"; day: Day }
  | { part: "done_late" | "done_by_moved" | "later_than_promised" | "overdue"; days: number }
  | { part: "percent"; percent: number }
  | { part: "behind" | "ahead"; points: number }
  | { part: "behind_promise" | "ahead_of_promise"; points: number }
  | { part: "behind_moved" | "ahead_of_moved"; points: number }
  | { part: "status"; status: TaskStatus }
  | { part: "moved_later" | "moved_earlier" | "moved"; moves: number; days: number };

/**
 * What was promised, what is, and how far the promise has moved, in that order: 承诺6月30日前完成；现在60%，比时间进度落后
 * 12个百分点；期限推迟过1次共15天。 The first date is the promise; a date that no document states is only 暂定.
 */
export function summaryOf(facts: SummaryFacts): SummaryPart[][] {
  const { dueOn } = facts;
  const now = [[promiseOf(facts)], nowOf(facts)];
  return dueOn === null ? now : [...now, [movesOf(facts, dueOn)]];
}

function promiseOf({ basis, deadlineKind, dueOn, baselineDueOn }: SummaryFacts): SummaryPart {
  if (dueOn === null) return { part: deadlineKind === "unresolved" ? "unresolved" : "ongoing" };
  return { part: basis === "source" ? "promised" : "assigned", day: baselineDueOn ?? dueOn };
}

function nowOf(facts: SummaryFacts): SummaryPart[] {
  const { status, percent, completedOn, daysLate } = facts;
  const unreleased = unreleasedParts(facts);
  if (completedOn !== null) return [{ part: "done", day: completedOn }, ...latenessOf(facts)];
  if (isClosed(status)) return [{ part: "status", status }];
  const overdue = late("overdue", daysLate);
  const reported: SummaryPart =
    percent === null ? { part: "no_report" } : { part: "percent", percent };
  if (status !== "active") {
    const said = percent === null ? [] : [reported];
    return [{ part: "status", status }, ...said, ...unreleased, ...overdue];
  }
  return [reported, ...unreleased, ...(overdue.length > 0 ? overdue : paceParts(facts))];
}

/** What has been approved and is not in the number: the delay of its release is not the unit's. */
function unreleasedParts({ waiting, isPercentCurrent }: SummaryFacts): SummaryPart[] {
  if (waiting > 0) return [{ part: "waiting", count: waiting }];
  return isPercentCurrent ? [] : [{ part: "not_disclosed" }];
}

/** Late by the date as it is now; what kept a moved date is plainly late by the first. */
function latenessOf({ daysLate, ...facts }: SummaryFacts): SummaryPart[] {
  const days = daysPastPromise(facts);
  if (daysLate === 0) return late("done_by_moved", days);
  const more: SummaryPart[] = days > daysLate ? [{ part: "later_than_promised", days }] : [];
  return [{ part: "done_late", days: daysLate }, ...more];
}

function late(part: "done_late" | "done_by_moved" | "overdue", days: number): SummaryPart[] {
  return days > 0 ? [{ part, days }] : [];
}

/** Moved work is held against both of its days: what is ahead of a day that was put off may be behind what was promised. */
function paceParts(facts: SummaryFacts): SummaryPart[] {
  const { percent, expectedPercent, baselinePercent, isPercentCurrent } = facts;
  if (percent === null || expectedPercent === null || !isPercentCurrent) return [];
  const gap = expectedPercent - percent;
  if (baselinePercent === null || facts.dueOn === facts.baselineDueOn)
    return [paceOf(gap, ["behind", "on_schedule", "ahead"])];
  return [
    paceOf(baselinePercent - percent, ["behind_promise", "on_first_schedule", "ahead_of_promise"]),
    paceOf(gap, ["behind_moved", "on_moved_schedule", "ahead_of_moved"]),
  ];
}

type Behind = "behind" | "behind_promise" | "behind_moved";
type On = "on_schedule" | "on_first_schedule" | "on_moved_schedule";
type Ahead = "ahead" | "ahead_of_promise" | "ahead_of_moved";

function paceOf(gap: number, [behind, on, ahead]: [Behind, On, Ahead]): SummaryPart {
  if (gap === 0) return { part: on };
  return { part: gap > 0 ? behind : ahead, points: Math.abs(gap) };
}

function movesOf({ baselineDueOn, moves }: SummaryFacts, dueOn: Day): SummaryPart {
  const slipDays = daysBetween(baselineDueOn ?? dueOn, dueOn);
  if (slipDays === 0)
    return moves === 0 ? { part: "never_moved" } : { part: "moved", moves, days: 0 };
  return { part: slipDays > 0 ? "moved_later" : "moved_earlier", moves, days: Math.abs(slipDays) };
}
