import { isWithin, type Subject } from "@/lib/domain/people/permissions";
import type { Actor, Role } from "@/lib/domain/people/roles";
import { liaisonsOf, type Staff, unitPeople, withRole } from "@/lib/domain/people/staff";
import { countsAs } from "@/lib/domain/tasks/handlers";
import { isRecipient } from "./escalation-policy";
import type { Obligation } from "./obligations";
import type { EscalationLevel, ReminderAudience } from "./reminder-policy";

/** Who is reminded of an obligation by a rule that speaks to these, nobody twice. */
export function recipientsOf(
  obligation: Obligation,
  audiences: readonly ReminderAudience[],
  staff: Staff,
): Actor[] {
  const people = audiences.flatMap((audience) =>
    audience === "assigner"
      ? overseeing(staff, "system_admin", obligation.task)
      : recipientsAtLevel(obligation, audience, staff),
  );
  return [...new Set(people)];
}

/**
 * Who hears of an obligation when it comes to this level. What the lead unit itself has to do, the first level says to the
 * task's named handler (承办人) as long as they are one of it, else to every official; and to the unit's liaisons.
 */
export function recipientsAtLevel(
  obligation: Obligation,
  level: EscalationLevel,
  staff: Staff,
): Actor[] {
  const all = staff.filter((person) => isRecipient(person, obligation, level));
  if (level !== "handler" || obligation.waiting || obligation.release) return all;
  const { handlerId, leadDepartmentId } = obligation.task;
  const handler = staff.filter(
    (person) =>
      person.id === handlerId &&
      countsAs("handler", { ...person, isEnabled: true }, leadDepartmentId),
  );
  const doing = handler.length > 0 ? handler : all;
  const liaisons = liaisonsOf(leadDepartmentId, staff);
  return [...doing, ...liaisons.filter((person) => !doing.includes(person))];
}

/**
 * Who hears that an obligation has come to this level; where the level has nobody, the director, where escalations end, is
 * told so (`isUnheard`).
 */
export function escalationRecipients(
  obligation: Obligation,
  level: EscalationLevel,
  staff: Staff,
): { people: Actor[]; isUnheard: boolean } {
  const people = recipientsAtLevel(obligation, level, staff);
  if (people.length > 0) return { people, isUnheard: false };
  return { people: recipientsAtLevel(obligation, "office", staff), isUnheard: true };
}

/** Those of a role whose branch the task is led in. */
function overseeing(staff: Staff, role: Role, task: Subject): Actor[] {
  return withRole(staff, role).filter((person) => isWithin(person, task.leadDepartmentId));
}

/** Who gets a 黄色 or 红色督办单: the lead unit, and the supervisors too when it is red. */
export function peopleOfNotice(
  light: "yellow" | "red",
  leadDepartmentId: string | null,
  staff: Staff,
): Actor[] {
  const supervisors = light === "red" ? overseeing(staff, "supervisor", { leadDepartmentId }) : [];
  return [...unitPeople(leadDepartmentId, staff), ...supervisors];
}
