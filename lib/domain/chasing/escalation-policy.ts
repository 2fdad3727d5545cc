import type { Day } from "@/lib/domain/calendar/days";
import { type WorkCalendar, workdaysBetween } from "@/lib/domain/calendar/work-days";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { releaseRefusal } from "@/lib/domain/releases";
import { transitionRefusal, unitAtStep } from "@/lib/domain/submissions/submissions";
import type { Matter } from "./obligations";
import { type Rung, rungs } from "./reminder-policy";

/** A rung that a matter has come to before. */
export type Raised = { rung: Rung; isAcknowledged: boolean };

/**
 * The rungs that a late matter has come to and was not raised to yet, lowest first, with the working days it is late.
 * Somebody's acknowledgement of any rung stops the rest.
 */
export function rungsToRaise(
  matter: Matter,
  raised: readonly Raised[],
  today: Day,
  calendar: WorkCalendar,
): { rung: Rung; workdaysLate: number }[] {
  const { dueOn, task } = matter;
  if (today <= dueOn || raised.some(({ isAcknowledged }) => isAcknowledged)) return [];
  const workdaysLate = workdaysBetween(dueOn, today, calendar);
  const isReached = (rung: Rung) =>
    task.policy.ladder.some((step) => step.rung === rung && step.workdays <= workdaysLate);
  const isRaised = (rung: Rung) => raised.some((each) => each.rung === rung);
  return rungs
    .filter((rung) => isThere(rung, matter) && isReached(rung) && !isRaised(rung))
    .map((rung) => ({ rung, workdaysLate }));
}

/** What waits with the supervisors or the admins waits with no unit's head. */
const isThere = (rung: Rung, matter: Matter) => rung !== "head" || unitOf(matter) !== null;

/** The unit in whose hands a matter is: the lead unit's, or a decision's at its present step; a release's is none. */
function unitOf({ task, waiting, release }: Matter): string | null {
  if (release) return null;
  return waiting ? unitAtStep(waiting) : task.leadDepartmentId;
}

/**
 * Whether a rung of a matter speaks to this person: who is told of it, and who acknowledges it. The first is the lead
 * unit's officials' or, of a decision or a release, whosever it is by the rules of those.
 */
export function speaksTo(person: Actor, matter: Matter, rung: Rung): boolean {
  const { role, departmentId } = person;
  const { task, waiting, release } = matter;
  switch (rung) {
    case "handler":
      if (release) return releaseRefusal(person, release) === null;
      if (waiting) return transitionRefusal(person, "approve", waiting) === null;
      return role === "official" && departmentId === task.leadDepartmentId;
    case "head":
      return role === "head" && departmentId === unitOf(matter);
    case "supervisor":
      return role === "supervisor";
    case "office":
      return role === "admin";
  }
}

/**
 * Why this person may not acknowledge a rung, or null: it is for those it speaks to and those of the rungs above, and
 * stands only while its matter is open; null names one that has ended.
 */
export function acknowledgeRefusal(
  actor: Actor,
  { rung, acknowledgedAt }: { rung: Rung; acknowledgedAt: Date | null },
  matter: Matter | null,
): Refusal | null {
  if (!matter) return refuse("escalation_over");
  const refusal = refusalFor(actor, "escalation.acknowledge", matter.waiting ?? matter.task);
  if (refusal) return refusal;
  const upwards = rungs.slice(rungs.indexOf(rung));
  if (!upwards.some((each) => speaksTo(actor, matter, each))) return refuse("not_allowed");
  return acknowledgedAt ? refuse("escalation_acknowledged") : null;
}
