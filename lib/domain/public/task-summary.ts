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
  expectedPercent: number | null;
  daysLate: number;
};

/** A clause of the sentence that sums a task up. `status` names a state that says all there is to say. */
export type SummaryPart =
  | { part: "promised" | "assigned"; day: Day }
  | { part: "ongoing" | "unresolved" | "no_report" | "on_schedule" | "never_moved" }
  | { part: "done"; day: Day }
  | { part: "done_late" | "done_by_moved" | "later_than_promised" | "overdue"; days: number }
  | { part: "percent"; percent: number }
  | { part: "behind" | "ahead"; points: number }
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
  if (completedOn !== null) return [{ part: "done", day: completedOn }, ...latenessOf(facts)];
  if (isClosed(status)) return [{ part: "status", status }];
  const overdue = late("overdue", daysLate);
  const reported: SummaryPart =
    percent === null ? { part: "no_report" } : { part: "percent", percent };
  if (status !== "active")
    return [{ part: "status", status }, ...(percent === null ? [] : [reported]), ...overdue];
  return [reported, ...(overdue.length > 0 ? overdue : paceParts(facts))];
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

function paceParts({ percent, expectedPercent }: SummaryFacts): SummaryPart[] {
  if (percent === null || expectedPercent === null) return [];
  const points = expectedPercent - percent;
  if (points === 0) return [{ part: "on_schedule" }];
  return [{ part: points > 0 ? "behind" : "ahead", points: Math.abs(points) }];
}

function movesOf({ baselineDueOn, moves }: SummaryFacts, dueOn: Day): SummaryPart {
  const slipDays = daysBetween(baselineDueOn ?? dueOn, dueOn);
  if (slipDays === 0)
    return moves === 0 ? { part: "never_moved" } : { part: "moved", moves, days: 0 };
  return { part: slipDays > 0 ? "moved_later" : "moved_earlier", moves, days: Math.abs(slipDays) };
}
