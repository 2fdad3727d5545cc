import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { PeriodToReport } from "@/lib/domain/calendar/periods";
import { limitEndsOn } from "@/lib/domain/calendar/time-limits";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import { type ReleaseState, releaseDueOn } from "@/lib/domain/releases";
import { kindRules } from "@/lib/domain/submissions/submission-kinds";
import type { SubmissionState } from "@/lib/domain/submissions/submissions";
import { isTracked, type TaskKind, type TaskStatus, taskActs } from "@/lib/domain/tasks/tasks";
import { type ObligationType, obligationTypes, type ReminderPolicy } from "./reminder-policy";

/** A submission in review, as the transition table sees it, and since when it has been at its step. */
export type WaitingDecision = SubmissionState & { id: string; stepSince: Date };

/** Something approved whose release check nobody has made, and when its last approval was. */
export type WaitingRelease = ReleaseState & { id: string; approvedAt: Date };

/** `reports` are the periods to write about now (periods.ts): each is an obligation of its own, from its window until its report. */
export type ChasedTask = {
  id: string;
  code: string;
  kind: TaskKind;
  status: TaskStatus;
  leadDepartmentId: string | null;
  /** 承办人, whether or not they still count. */
  handlerId: string | null;
  dueOn: Day | null;
  assignedAt: Date | null;
  /** When the time to receive it began: it was assigned, or an objection to that was turned down. */
  receivableSince: Date | null;
  /** When its due day was last moved. */
  movedAt: Date | null;
  reports: readonly Pick<PeriodToReport, "opensOn" | "dueOn">[];
  receiptWorkdays: number;
  policy: ReminderPolicy;
  inReview: readonly WaitingDecision[];
  toRelease: readonly WaitingRelease[];
  toAnswer: readonly WaitingLetter[];
};

/** A citizen's letter with no answer approved or on its way to be. */
export type WaitingLetter = { id: string; sentAt: Date; dueOn: Day };

/**
 * Something a person is reminded of, and that climbs the escalation once it is late. Its id names what and,
 * last, the day it falls due, so that a moved date makes a new obligation. That of a due day also names the lead unit and
 * `since`, the day it began: what an earlier lead was told or has acknowledged is not the present one's.
 */
export type Obligation = {
  id: string;
  type: ObligationType;
  task: ChasedTask;
  since: Day;
  dueOn: Day;
  /** What waits for a decision, of an obligation of that type. */
  waiting: WaitingDecision | null;
  /** What waits for its release check, of an obligation of that type. */
  release: WaitingRelease | null;
};

/** The work on a task is not chased before it is assigned, while its clock stands still, or after it is closed. */
export function isChased({ kind, status }: Pick<ChasedTask, "kind" | "status">): boolean {
  return isTracked(kind) && (taskActs.chase.from as readonly TaskStatus[]).includes(status);
}

/**
 * What stands open on a task. A unit whose report is in review has reported, one whose completion or extension is has done what
 * it can, and one whose objection is need not receive: those who decide are chased instead, also on what may be decided while the clock stands still. The time to
 * release what was approved, and to answer a letter, runs on whatever becomes of its task.
 */
export function obligationsOf(task: ChasedTask, calendar: WorkCalendar): Obligation[] {
  const decisions = task.inReview
    .filter(({ kind }) => kindRules[kind].during.includes(task.status))
    .flatMap((waiting) => decisionObligation(task, waiting, calendar));
  const releases = task.toRelease.map((release) => releaseObligation(task, release, calendar));
  const letters = task.toAnswer.map((letter) => letterObligation(task, letter));
  if (!isChased(task)) return [...decisions, ...releases, ...letters];
  return [
    ...dueObligation(task),
    ...reportObligations(task),
    ...receiptObligation(task, calendar),
    ...decisions,
    ...releases,
    ...letters,
  ];
}

/** What a stored id names. */
export function parseObligation(id: string): { type: ObligationType; dueOn: Day } {
  const parts = id.split(":");
  const type = obligationTypes.find((each) => each === parts[0]);
  const dueOn = parts.at(-1);
  if (!type || !dueOn) throw new Error(`Not an obligation: ${id}`);
  return { type, dueOn };
}

const neither = { waiting: null, release: null };

function dueObligation(task: ChasedTask): Obligation[] {
  const { assignedAt, movedAt, dueOn, leadDepartmentId } = task;
  // An extension has to be asked for in time, so whoever waits for one is not late either.
  const isSent = task.inReview.some(({ kind }) => kind === "completion" || kind === "extension");
  if (!dueOn || !assignedAt || isSent) return [];
  const since = dayIn(movedAt && movedAt > assignedAt ? movedAt : assignedAt);
  const id = `due:${leadDepartmentId}:${since}:${dueOn}`;
  return [{ id, type: "due", task, since, dueOn, ...neither }];
}

/** One for each period: each is late by its own day, and a report on one of them moves none of the others. */
function reportObligations(task: ChasedTask): Obligation[] {
  const { status, reports } = task;
  const isSent = task.inReview.some(({ kind }) => kind === "progress" || kind === "completion");
  if (status !== "active" || isSent) return [];
  return reports.map(({ opensOn: since, dueOn }) => {
    const id = `report:${dueOn}`;
    return { id, type: "report", task, since, dueOn, ...neither };
  });
}

function receiptObligation(task: ChasedTask, calendar: WorkCalendar): Obligation[] {
  const { status, receivableSince } = task;
  const isContested = task.inReview.some(({ kind }) => kind === "objection");
  if (status !== "assigned" || !receivableSince || isContested) return [];
  const dueOn = limitEndsOn(receivableSince, task.receiptWorkdays, calendar);
  const since = dayIn(receivableSince);
  return [{ id: `receipt:${dueOn}`, type: "receipt", task, since, dueOn, ...neither }];
}

/** A step without a time limit is not chased. */
function decisionObligation(
  task: ChasedTask,
  waiting: WaitingDecision,
  calendar: WorkCalendar,
): Obligation[] {
  const { id, step, stepSince, reviewSteps } = waiting;
  const workdays = reviewSteps[(step ?? 0) - 1]?.workdays;
  if (workdays === undefined) return [];
  const dueOn = limitEndsOn(stepSince, workdays, calendar);
  const since = dayIn(stepSince);
  const obligation = `decision:${id}:${step}:${dueOn}`;
  return [{ id: obligation, type: "decision", task, since, dueOn, waiting, release: null }];
}

function releaseObligation(
  task: ChasedTask,
  release: WaitingRelease,
  calendar: WorkCalendar,
): Obligation {
  const dueOn = releaseDueOn(release.approvedAt, calendar);
  const since = dayIn(release.approvedAt);
  const id = `release:${release.id}:${dueOn}`;
  return { id, type: "release", task, since, dueOn, waiting: null, release };
}

function letterObligation(task: ChasedTask, { id, sentAt, dueOn }: WaitingLetter): Obligation {
  return {
    id: `letter:${id}:${dueOn}`,
    type: "letter",
    task,
    since: dayIn(sentAt),
    dueOn,
    ...neither,
  };
}
