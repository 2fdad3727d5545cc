import { isWithin, type Subject } from "@/lib/domain/people/permissions";
import type { Actor, Role } from "@/lib/domain/people/roles";
import { inUnit, liaisonsOf, type Staff, unitPeople, withRole } from "@/lib/domain/people/staff";
import { countsAs } from "@/lib/domain/tasks/handlers";
import { isRecipient } from "./escalation-policy";
import type { Obligation } from "./obligations";
import type { EscalationLevel } from "./reminder-policy";

/** Somebody who is reminded of an obligation, before it is late too or only then. */
export type Recipient = { userId: string; lateOnly: boolean };

/** Who is reminded of an obligation. */
export function recipientsOf(obligation: Obligation, staff: Staff): Recipient[] {
  const always = (people: Actor[]) => people.map(({ id }) => ({ userId: id, lateOnly: false }));
  const onceLate = (people: Actor[]) => people.map(({ id }) => ({ userId: id, lateOnly: true }));
  const handlers = recipientsAtLevel(obligation, "handler", staff);
  // A head may handle a task, and a liaison be anybody: nobody is reminded of it twice.
  const others = (people: Actor[]) => people.filter((person) => !handlers.includes(person));
  const heads = others(inUnit(staff, "head", obligation.task.leadDepartmentId));
  switch (obligation.type) {
    case "due":
    case "letter":
      return [...always(handlers), ...onceLate(heads)];
    case "receipt":
      return [
        ...always([...handlers, ...heads]),
        ...onceLate(others(overseeing(staff, "system_admin", obligation.task))),
      ];
    case "report":
    case "decision":
    case "release":
      return always(handlers);
  }
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
