import type { Actor, Role } from "./roles";

/** Everybody with an enabled account, each with those they stand in for on the day. Known by id: names repeat. */
export type Staff = readonly Actor[];

/** Everybody of a unit who answers for its tasks. */
export function unitPeople(departmentId: string | null, staff: Staff): Actor[] {
  return [...inUnit(staff, "official", departmentId), ...inUnit(staff, "head", departmentId)];
}

/** Those of one role. */
export const withRole = (staff: Staff, role: Role) =>
  staff.filter((person) => person.role === role);
/** Those of one role in one unit. */
export const inUnit = (staff: Staff, role: Role, departmentId: string | null) =>
  withRole(staff, role).filter((person) => person.departmentId === departmentId);
