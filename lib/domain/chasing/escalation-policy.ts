import type { Day } from "@/lib/domain/calendar/days";
import { type WorkCalendar, workdaysBetween } from "@/lib/domain/calendar/work-days";
import { isFor, isWithin, refusalFor } from "@/lib/domain/people/permissions";
import type { Actor, Role } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { releaseRefusal } from "@/lib/domain/releases";
import { transitionRefusal, unitAtStep } from "@/lib/domain/submissions/submissions";
import type { Obligation } from "./obligations";
import { type EscalationLevel, escalationLevels, type ObligationType } from "./reminder-policy";

/** A level that an obligation has come to before. */
export type Raised = { level: EscalationLevel; isAcknowledged: boolean };

/** The same as its readers see it: of which obligation, and who has taken it on. */
export type Escalation = {
  id: string;
  taskId: string;
  obligation: string;
  type: ObligationType;
  dueOn: Day;
  level: EscalationLevel;
  raisedAt: Date;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  note: string | null;
  isOpen: boolean;
  mayAcknowledge: boolean;
};

/**
 * The levels that a late obligation has come to and was not raised to yet, lowest first, with the working days it is late.
 * Somebody's acknowledgement of any level stops the rest.
 */
export function levelsToRaise(
  obligation: Obligation,
  raised: readonly Raised[],
  today: Day,
  calendar: WorkCalendar,
): { level: EscalationLevel; workdaysLate: number }[] {
  const { dueOn, task } = obligation;
  if (today <= dueOn || raised.some(({ isAcknowledged }) => isAcknowledged)) return [];
  const workdaysLate = workdaysBetween(dueOn, today, calendar);
  const isReached = (level: EscalationLevel) =>
    task.policy.escalation.some(
      ({ isOn, ...step }) =>
        isOn !== false && step.level === level && step.workdays <= workdaysLate,
    );
  const isRaised = (level: EscalationLevel) => raised.some((each) => each.level === level);
  return escalationLevels
    .filter((level) => isThere(level, obligation) && isReached(level) && !isRaised(level))
    .map((level) => ({ level, workdaysLate }));
}

/** What waits with the supervisors or the director waits with no unit's head. */
const isThere = (level: EscalationLevel, obligation: Obligation) =>
  level !== "head" || unitOf(obligation) !== null;

/** The unit in whose hands an obligation is: the lead unit's, or a decision's at its present step; a release's is none. */
function unitOf({ task, waiting, release }: Obligation): string | null {
  if (release) return null;
  return waiting ? unitAtStep(waiting) : task.leadDepartmentId;
}

/** The levels that can speak to people of this role: the first is whosever the obligation is, of a decision those who decide. */
export function levelsFor(role: Role): EscalationLevel[] {
  if (!isFor(role, "escalation.acknowledge")) return [];
  return escalationLevels.filter((level) => level === "handler" || roleAt[level] === role);
}
const roleAt = {
  head: "head",
  supervisor: "supervisor",
  office: "director",
} as const satisfies Record<Exclude<EscalationLevel, "handler">, Role>;

/**
 * Whether a level of an obligation speaks to this person: who is told of it, and who acknowledges it. The first is the lead
 * unit's officials' or, of a decision or a release, whosever it is by the rules of those.
 */
export function isRecipient(
  person: Actor,
  obligation: Obligation,
  level: EscalationLevel,
): boolean {
  const { role, departmentId } = person;
  const { task, waiting, release } = obligation;
  switch (level) {
    case "handler":
      if (release) return releaseRefusal(person, release) === null;
      if (waiting) return transitionRefusal(person, "approve", waiting) === null;
      return role === "official" && departmentId === task.leadDepartmentId;
    case "head":
      return role === roleAt[level] && departmentId === unitOf(obligation);
    case "supervisor":
    case "office":
      return role === roleAt[level] && isWithin(person, task.leadDepartmentId);
  }
}

/** Levels of one side: those of the unit in whose hands the obligation is, or those of the supervision office. */
function isOfUnit(level: EscalationLevel, obligation: Obligation): boolean {
  return unitOf(obligation) !== null && (level === "handler" || level === "head");
}

/** The levels that somebody takes on who acknowledges this one: it, and those below it of its own side. */
export function levelsTakenOn(level: EscalationLevel, obligation: Obligation): EscalationLevel[] {
  return escalationLevels
    .slice(0, escalationLevels.indexOf(level) + 1)
    .filter((each) => isOfUnit(each, obligation) === isOfUnit(level, obligation));
}

/**
 * Why this person may not acknowledge a level, or null: it is for those it speaks to and those of the levels above it on its own
 * side, since nobody of the office takes on what is a unit's; and it stands only while its obligation is open. Null names one that
 * has ended.
 */
export function acknowledgeRefusal(
  actor: Actor,
  { level, acknowledgedAt }: { level: EscalationLevel; acknowledgedAt: Date | null },
  obligation: Obligation | null,
): Refusal | null {
  if (!obligation) return refuse("escalation_over");
  const refusal = refusalFor(
    actor,
    "escalation.acknowledge",
    obligation.waiting ?? obligation.task,
  );
  if (refusal) return refusal;
  const isTheirs = escalationLevels.some(
    (each) =>
      levelsTakenOn(each, obligation).includes(level) && isRecipient(actor, obligation, each),
  );
  if (!isTheirs) return refuse("not_allowed");
  return acknowledgedAt ? refuse("escalation_acknowledged") : null;
}
