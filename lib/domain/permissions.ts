import { type Refusal, refuse } from "./refusals";
import type { Actor, Role } from "./roles";
import { roles } from "./roles";

/** What a permission is asked about: the units of the task, and whether the submission has ever been sent. */
export type Subject = {
  leadDepartmentId?: string | null;
  cooperatingIds?: readonly string[];
  submitted?: boolean;
};

type Rule = { roles: readonly Role[]; unit?: (actor: Actor, subject: Subject) => boolean };

const inUnit = (...unitRoles: Role[]) => unitRoles as readonly Role[];

function leads(actor: Actor, subject: Subject): boolean {
  return subject.leadDepartmentId === actor.departmentId;
}
function takesPart(actor: Actor, subject: Subject): boolean {
  return leads(actor, subject) || (subject.cooperatingIds ?? []).includes(actor.departmentId);
}
function isUnitRole(actor: Actor): boolean {
  return actor.role === "official" || actor.role === "head";
}

/** Every permission, one line each. What is not listed is refused (GB/T 22239 8.1.4.2: deny by default). */
export const permissions = {
  "task.view": { roles, unit: (actor, subject) => !isUnitRole(actor) || takesPart(actor, subject) },
  "task.assign": { roles: ["admin"] },
  "task.receive": { roles: inUnit("official", "head"), unit: leads },
  "submission.write": { roles: inUnit("official", "head"), unit: leads },
  "submission.decide": {
    roles: ["head", "supervisor"],
    unit: (actor, subject) => actor.role === "supervisor" || leads(actor, subject),
  },
  "submission.view": {
    roles: ["official", "head", "supervisor", "auditor"],
    unit: (actor, subject) =>
      actor.role === "auditor" ||
      (actor.role === "supervisor" ? subject.submitted === true : leads(actor, subject)),
  },
  "audit.view": { roles: ["auditor"] },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** Why this person may not do this, or null. A wrong role is `not_allowed`, another unit's matter `other_unit`. */
export function refusalFor(
  actor: Actor,
  permission: Permission,
  subject: Subject = {},
): Refusal | null {
  const rule: Rule = permissions[permission];
  if (!rule.roles.includes(actor.role)) return refuse("not_allowed");
  return rule.unit && !rule.unit(actor, subject) ? refuse("other_unit") : null;
}

export function can(actor: Actor, permission: Permission, subject: Subject = {}): boolean {
  return refusalFor(actor, permission, subject) === null;
}
