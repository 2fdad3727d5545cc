import type { Actor, Role } from "@/lib/domain/people/roles";
import { isRecipient } from "./escalation-policy";
import type { Obligation } from "./obligations";
import type { EscalationLevel } from "./reminder-policy";

/** Everybody with an enabled account, each with those they stand in for on the day. Known by id: names repeat. */
export type Staff = readonly Actor[];

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
      return [...always([...handlers, ...heads]), ...onceLate(withRole(staff, "admin"))];
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

/** Who gets a 黄色 or 红色督办单: the lead unit, and the supervisors too when it is red. */
export function peopleOfNotice(
  light: "yellow" | "red",
  leadDepartmentId: string | null,
  staff: Staff,
): Actor[] {
  const supervisors = light === "red" ? withRole(staff, "supervisor") : [];
  return [...unitPeople(leadDepartmentId, staff), ...supervisors];
}

/** Everybody of a unit who answers for its tasks. */
export function unitPeople(departmentId: string | null, staff: Staff): Actor[] {
  return [...inUnit(staff, "official", departmentId), ...inUnit(staff, "head", departmentId)];
}

const withRole = (staff: Staff, role: Role) => staff.filter((person) => person.role === role);
const inUnit = (staff: Staff, role: Role, departmentId: string | null) =>
  withRole(staff, role).filter((person) => person.departmentId === departmentId);
