import { leadsWithin, type Subject } from "@/lib/domain/people/permissions";
import type { Actor, Role } from "@/lib/domain/people/roles";
import { inUnit, type Staff, unitPeople, withRole } from "@/lib/domain/people/staff";
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
  const heads = inUnit(staff, "head", obligation.task.leadDepartmentId);
  switch (obligation.type) {
    case "due":
    case "letter":
      return [...always(handlers), ...onceLate(heads)];
    case "receipt":
      return [
        ...always([...handlers, ...heads]),
        ...onceLate(overseeing(staff, "system_admin", obligation.task)),
      ];
    case "report":
    case "decision":
    case "release":
      return always(handlers);
  }
}

/** Who hears of an obligation when it comes to this level. */
export function recipientsAtLevel(
  obligation: Obligation,
  level: EscalationLevel,
  staff: Staff,
): Actor[] {
  return staff.filter((person) => isRecipient(person, obligation, level));
}

/** Those of a role whose branch the task is led in. */
function overseeing(staff: Staff, role: Role, task: Subject): Actor[] {
  return withRole(staff, role).filter((person) => leadsWithin(person, task));
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
