import type { Day } from "./days";
import { type Matter, parseMatter } from "./matters";
import { refusalFor, type Subject } from "./permissions";
import { type Refusal, refuse } from "./refusals";
import { type ReminderMatter, type Rung, rungs } from "./reminder-policy";
import type { Actor, Role } from "./roles";
import { statusRefusal, type TaskStatus, taskActs } from "./tasks";
import { type WorkCalendar, workdaysBetween } from "./work-days";

/** A rung that a matter has come to before. */
export type Raised = { rung: Rung; isAcknowledged: boolean };

/**
 * The rungs that a late matter has come to and was not raised to yet, lowest first, with the working days it is late.
 * Somebody's acknowledgement of any rung stops the rest.
 */
export function rungsToRaise(
  { dueOn, task: { policy } }: Matter,
  raised: readonly Raised[],
  today: Day,
  calendar: WorkCalendar,
): { rung: Rung; workdaysLate: number }[] {
  if (today <= dueOn || raised.some(({ isAcknowledged }) => isAcknowledged)) return [];
  const workdaysLate = workdaysBetween(dueOn, today, calendar);
  const isReached = (rung: Rung) =>
    policy.ladder.some((step) => step.rung === rung && step.workdays <= workdaysLate);
  const isRaised = (rung: Rung) => raised.some((each) => each.rung === rung);
  return rungs
    .filter((rung) => isReached(rung) && !isRaised(rung))
    .map((rung) => ({ rung, workdaysLate }));
}

const rolesOfRung: Record<Rung, readonly Role[]> = {
  handler: ["official"],
  head: ["head"],
  supervisor: ["supervisor"],
  office: ["admin"],
};

/** Whether a rung speaks to this role; a decision's first rung speaks to those who decide. */
export function isAddressed(role: Role, type: ReminderMatter, rung: Rung): boolean {
  if (type === "decision" && rung === "handler") return role !== "official" && role !== "auditor";
  return rolesOfRung[rung].includes(role);
}

/**
 * Why this person may not acknowledge a rung, or null: it is for those it speaks to and those of the rungs above, and
 * stands only while its task is chased.
 */
export function acknowledgeRefusal(
  actor: Actor,
  escalation: { matter: string; rung: Rung; acknowledgedAt: Date | null },
  task: Subject & { status: TaskStatus },
): Refusal | null {
  const refusal = refusalFor(actor, "escalation.acknowledge", task);
  if (refusal) return refusal;
  const { type } = parseMatter(escalation.matter);
  const upwards = rungs.slice(rungs.indexOf(escalation.rung));
  if (!upwards.some((rung) => isAddressed(actor.role, type, rung))) return refuse("not_allowed");
  if (escalation.acknowledgedAt) return refuse("escalation_acknowledged");
  return statusRefusal(task.status, taskActs.chase.from);
}
