import { type Refusal, refuse } from "@/lib/domain/refusals";
import { addDays, type Day, daysBetween } from "./days";
import {
  isWorkday,
  lastWorkdayOnOrBefore,
  restDayName,
  type WorkCalendar,
  workdaysBetween,
} from "./work-days";

/** How a document dates a task: 4月20日前, 6月上旬, 年度, 为期4个月 without a start, 长期坚持. */
export const deadlineKinds = ["date", "ten_day", "year", "unresolved", "ongoing"] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** Whether the date is in the document, or set by an admin (暂定，非文件载明). */
export const deadlineBases = ["source", "assigned"] as const;
export type DeadlineBasis = (typeof deadlineBases)[number];

/** What a reader is told of a task's date: the document's words, the window, the day now and the first one. */
export type DeadlineFacts = {
  verbatim: string | null;
  kind: DeadlineKind;
  basis: DeadlineBasis | null;
  windowStart: Day | null;
  dueOn: Day | null;
  baselineDueOn: Day | null;
  restDay: RestDay | null;
};

/** The deadline that several tasks have, so that a list says it once; null for one task alone and where any has another. */
export function sharedDeadline(deadlines: readonly DeadlineFacts[]): DeadlineFacts | null {
  const [first, ...others] = deadlines;
  if (!first || others.length === 0) return null;
  const said = ({ kind, basis, windowStart, dueOn }: DeadlineFacts) =>
    [kind, basis, windowStart, dueOn].join();
  return others.every((each) => said(each) === said(first)) ? first : null;
}

/** Why a due day was moved: 延期, the days of a 挂起 given back, or a new date at 重新督办. */
export const dueMoveCauses = ["extension", "suspension", "reopening"] as const;
export type DueMoveCause = (typeof dueMoveCauses)[number];

/** A move of a due day: how far, why, and which unit asked for it. */
export type DueMove = {
  cause: DueMoveCause;
  fromDueOn: Day;
  toDueOn: Day;
  days: number;
  reason: string;
  unit: string;
  movedOn: Day;
};

/** The due day after a 挂起 of so many days: that much later, and no later than the parent's, if it was within that. */
export function dayGivenBack(dueOn: Day, days: number, parentDueOn: Day | null): Day {
  const later = addDays(dueOn, days);
  if (parentDueOn === null || isCatchUp({ dueOn, parentDueOn })) return later;
  return later > parentDueOn ? parentDueOn : later;
}

/** 补办时限: a part's day that lies after its parent's, which had passed when the part was given. */
export function isCatchUp(part: { dueOn: Day | null; parentDueOn: Day | null }): boolean {
  const { dueOn, parentDueOn } = part;
  return dueOn !== null && parentDueOn !== null && dueOn > parentDueOn;
}

/** The day that bounds a part: its parent's, until that has passed and the part can only catch up (补办). */
export function boundOn(parentDueOn: Day | null, today: Day): Day | null {
  return parentDueOn !== null && parentDueOn < today ? null : parentDueOn;
}

/**
 * A task without a date has no `dueOn`; `completedOn` is set once it is 办结. While its completion is in review `sentOn` is the
 * day that was sent, and while its extension is, `askedOn` the day that was first: the days from then on are those of
 * whoever decides, and nobody else is late for them.
 */
export type Due = {
  dueOn: Day | null;
  completedOn: Day | null;
  sentOn?: Day | null;
  askedOn?: Day | null;
};

/** Open after its due day. The due day itself is in time: 届满含本数 (民法典 §1259). */
export function isOverdue(due: Due, today: Day): boolean {
  return due.completedOn === null && daysLate(due, today) > 0;
}

/** Calendar days late: until today when open, until it was sent when done (逾期办结) or in review; 0 when in time. */
export function daysLate({ dueOn, completedOn, sentOn, askedOn }: Due, today: Day): number {
  if (dueOn === null) return 0;
  const until = completedOn ?? sentOn ?? askedOn ?? today;
  return Math.max(0, daysBetween(dueOn, until));
}

/** Its day is past, and the extension that was asked for in time is still to be decided. */
export function awaitsExtension({ dueOn, completedOn, sentOn, askedOn }: Due, today: Day): boolean {
  return dueOn !== null && dueOn < today && completedOn === null && !sentOn && Boolean(askedOn);
}

/** Still to be done, not overdue, and due today or within so many calendar days. */
export function isDueSoon(due: Due, today: Day, withinDays: number): boolean {
  const { dueOn, completedOn, sentOn } = due;
  if (dueOn === null || completedOn !== null || sentOn) return false;
  return today <= dueOn && dueOn <= addDays(today, withinDays);
}

/**
 * Working days left after today, the due day included: 0 on the due day, negative when overdue.
 * Null when the task has no date, its completion is in review or approved, or its day is past and an extension in review.
 */
export function workdaysLeft(due: Due, today: Day, calendar: WorkCalendar): number | null {
  if (due.dueOn === null || due.completedOn !== null || due.sentOn) return null;
  if (awaitsExtension(due, today)) return null;
  return workdaysBetween(today, due.dueOn, calendar);
}

export type RestDay = { name: string | null; lastWorkday: Day };

/**
 * For a due day that is a rest day: the holiday's name (null on a weekend) and the last working day
 * before it. A document's calendar date is never moved; 民法典 §203 moves statutory periods only.
 */
export function restDayNotice(dueOn: Day, calendar: WorkCalendar): RestDay | null {
  if (isWorkday(dueOn, calendar)) return null;
  return {
    name: restDayName(dueOn, calendar),
    lastWorkday: lastWorkdayOnOrBefore(dueOn, calendar),
  };
}

/** A sub-task is due no later than the day that bounds it: its parent's, or `boundOn` where it may catch up. */
export function deadlineWithin(dueOn: Day, parentDueOn: Day | null, field: string): Refusal | null {
  if (parentDueOn === null || dueOn <= parentDueOn) return null;
  return refuse("deadline_after_parent", { field, params: { day: parentDueOn } });
}
