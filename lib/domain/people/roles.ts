import { refuse } from "@/lib/domain/refusals";

export const roles = [
  "official",
  "head",
  "supervisor",
  "director",
  "leader",
  "auditor",
  "system_admin",
  "security_admin",
  "audit_admin",
] as const;
export type Role = (typeof roles)[number];

/** The three administrators (三员), whom no account and no person combines (GB/T 22239 8.1.5.1–3). */
export const adminRoles = [
  "system_admin",
  "security_admin",
  "audit_admin",
] as const satisfies readonly Role[];
export function isAdminRole({ role }: { role: Role }): boolean {
  return (adminRoles as readonly Role[]).includes(role);
}

/** Those who act for a unit that leads tasks or takes part in them, not those who oversee. */
export const unitRoles = ["official", "head"] as const satisfies readonly Role[];
export function isUnitRole({ role }: { role: Role }): boolean {
  return (unitRoles as readonly Role[]).includes(role);
}

/** In whose right something is done: a person's own, or that of somebody they stand in for. */
export type Capacity = {
  id: string;
  /** The human: several posts of one person are several accounts, and four eyes count the person. */
  personId: string;
  name: string;
  role: Role;
  departmentId: string;
  /** The units of the branch that whoever oversees or administers is bound to; null for everything. */
  branchIds: readonly string[] | null;
};

/** The signed-in person on whose account something is read or written, and the request it came by. */
export type Actor = Capacity & {
  departmentName: string;
  isDemo: boolean;
  /** Whom this person deputises for today (授权代签). A deputy decides in their right, and does nothing else in it. */
  standsInFor: readonly Capacity[];
  request: { id: string; ip: string | null };
};

/** Refuses what comes from a page that was made for somebody else: another has signed in since, in another window. */
export function refuseOther({ id, name }: Pick<Actor, "id" | "name">, pagePerson: string) {
  return id === pagePerson ? null : refuse("other_person", { params: { name } });
}

/** A person's own right first, then those lent to them. */
export function capacitiesOf({ standsInFor, ...actor }: Actor): Capacity[] {
  const { id, personId, name, role, departmentId, branchIds } = actor;
  return [{ id, personId, name, role, departmentId, branchIds }, ...standsInFor];
}
