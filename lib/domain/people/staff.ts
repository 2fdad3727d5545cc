import type { Actor, Role } from "./roles";

/** A person as reminders know them; `liaisonOf` are the units whose 联络员 they are. */
export type StaffMember = Actor & { liaisonOf?: readonly string[] };

/** Everybody with an enabled account, each with those they stand in for on the day. Known by id: names repeat. */
export type Staff = readonly StaffMember[];

/** Everybody who hears what a unit is told: who answers for its tasks, and its liaisons (联络员). */
export function unitPeople(departmentId: string | null, staff: Staff): Actor[] {
  const own = [...inUnit(staff, "official", departmentId), ...inUnit(staff, "head", departmentId)];
  return [...own, ...liaisonsOf(departmentId, staff).filter((person) => !own.includes(person))];
}

/** The 联络员 of a unit, of whatever unit they are themselves. */
export function liaisonsOf(departmentId: string | null, staff: Staff): Actor[] {
  return staff.filter(
    ({ liaisonOf = [] }) => departmentId !== null && liaisonOf.includes(departmentId),
  );
}

/** Those of one role. */
export const withRole = (staff: Staff, role: Role) =>
  staff.filter((person) => person.role === role);
/** Those of one role in one unit. */
export const inUnit = (staff: Staff, role: Role, departmentId: string | null) =>
  withRole(staff, role).filter((person) => person.departmentId === departmentId);
