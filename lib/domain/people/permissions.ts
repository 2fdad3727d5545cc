import type { SubmissionKind } from "@/lib/domain/kinds";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import {
  type Actor,
  adminRoles,
  type Capacity,
  capacitiesOf,
  isUnitRole,
  type Role,
  roles,
  unitRoles,
} from "./roles";

/** What a permission is asked about: the units of the task, and those of the submission if there is one. */
export type Subject = {
  leadDepartmentId?: string | null;
  cooperatingIds?: readonly string[];
  /** The unit that leads the task this one was split from. */
  parentLeadId?: string | null;
  /** Units whose heads the plan asks to countersign (会签). */
  countersignIds?: readonly string[];
  /** Units that wrote something for the task, also those that have no part in it any more. */
  writerIds?: readonly string[];
  submissionKind?: SubmissionKind;
  /** The unit that writes the submission. */
  departmentId?: string;
  /** Whether the submission has ever been sent. */
  submitted?: boolean;
  /** The unit that is kept, or that an account or a leader's word without a task is of; null for the top of the tree. */
  unitId?: string | null;
};

export type Who = Pick<Capacity, "role" | "departmentId" | "branchIds">;
/**
 * Who has a permission: which roles; of a unit's people, whose subjects; and of those bound to a branch, how far it reaches:
 * to what the branch takes part in, to what it leads, to its units and their people, or to everything, which is then not
 * theirs.
 */
type Rule = {
  roles: readonly Role[];
  unit?: (who: Who, subject: Subject) => boolean;
  reach?: "part" | "lead" | "units" | "all";
};

/** Whether a unit is of the branch that this person is bound to. No unit is of no branch: the top, what nobody leads yet. */
export function isWithin({ branchIds }: Pick<Who, "branchIds">, unitId: string | null | undefined) {
  return branchIds === null || (unitId ? branchIds.includes(unitId) : false);
}

/** Why a permission does not reach so far, or null: what the branch has no part in is not there. */
function reachRefusal(who: Who, { reach }: Rule, subject: Subject): Refusal | null {
  const { branchIds } = who;
  if (branchIds === null || !reach) return null;
  if (reach === "all") return refuse("not_allowed");
  if (isWithin(who, subject.unitId)) return null;
  if (reach === "units") return refuse("not_found");
  if (isWithin(who, subject.leadDepartmentId)) return null;
  const takesPart = subject.cooperatingIds?.some((id) => branchIds.includes(id)) ?? false;
  if (!takesPart) return refuse("not_found");
  return reach === "lead" ? refuse("other_unit") : null;
}

const leads = (who: Who, { leadDepartmentId }: Subject) => leadDepartmentId === who.departmentId;
const cooperates = (who: Who, { cooperatingIds = [] }: Subject) =>
  cooperatingIds.includes(who.departmentId);
const countersigns = (who: Who, { countersignIds = [] }: Subject) =>
  countersignIds.includes(who.departmentId);
const wrote = (who: Who, { departmentId }: Subject) => departmentId === who.departmentId;

function takesPart(who: Who, subject: Subject): boolean {
  if (!isUnitRole(who)) return true;
  const isParents = subject.parentLeadId === who.departmentId;
  return leads(who, subject) || cooperates(who, subject) || countersigns(who, subject) || isParents;
}

/**
 * Who oversees sees every task; who keeps accounts, rights or logs sees none (GB/T 22239 8.1.4.2 d). A unit that the task was
 * taken from goes on reading what became of what it wrote.
 */
function seesTask(who: Who, subject: Subject): boolean {
  return takesPart(who, subject) || (subject.writerIds?.includes(who.departmentId) ?? false);
}

/** Cooperating units write their part (配合情况), the lead unit everything else. */
function writes(who: Who, subject: Subject): boolean {
  const isOthers = subject.departmentId !== undefined && !wrote(who, subject);
  return (
    !isOthers && (subject.submissionKind === "contribution" ? cooperates : leads)(who, subject)
  );
}

/** Of a decision that is late, the units that wrote and countersign; of anything else the lead unit. */
function isLateWith(who: Who, subject: Subject): boolean {
  if (subject.departmentId === undefined) return leads(who, subject);
  return wrote(who, subject) || countersigns(who, subject);
}

function seesSubmission(who: Who, subject: Subject): boolean {
  if (who.role === "auditor") return true;
  if (wrote(who, subject) && isUnitRole(who)) return true;
  if (!subject.submitted) return false;
  if (!isUnitRole(who)) return true;
  return countersigns(who, subject) || leads(who, subject);
}

const overseers = ["supervisor", "director"] as const satisfies readonly Role[];
/** Everybody who reads the business of supervision; the security and the audit administrator do not. */
const readers = [
  ...unitRoles,
  ...overseers,
  "leader",
  "auditor",
  "system_admin",
] as const satisfies readonly Role[];

/** Every permission, one line each. What is not listed is refused (GB/T 22239 8.1.4.2: deny by default). */
export const permissions = {
  "task.view": { roles: readers, unit: seesTask, reach: "part" },
  "task.assign": { roles: ["system_admin"], reach: "lead" },
  "task.receive": { roles: unitRoles, unit: leads },
  "task.name_handler": { roles: unitRoles, unit: leads },
  "task.split": { roles: unitRoles, unit: leads },
  "task.strike_off": { roles: overseers, reach: "lead" },
  "task.reopen": { roles: overseers, reach: "lead" },
  "task.chase": { roles: overseers, reach: "lead" },
  "chase.answer": { roles: unitRoles, unit: leads },
  "escalation.acknowledge": {
    roles: [...unitRoles, ...overseers],
    unit: (who, subject) => !isUnitRole(who) || isLateWith(who, subject),
    reach: "lead",
  },
  "comment.write": {
    roles: [...unitRoles, ...overseers, "system_admin"],
    unit: takesPart,
    reach: "part",
  },
  "submission.write": { roles: unitRoles, unit: writes },
  /** To one's own draft, or to a completion that one verifies: the mutation knows which. */
  "evidence.attach": { roles: [...unitRoles, ...overseers] },
  "submission.decide": {
    roles: ["head", ...overseers],
    unit: (who, subject) =>
      who.role !== "head" || wrote(who, subject) || countersigns(who, subject),
    reach: "lead",
  },
  "submission.release": { roles: overseers, reach: "lead" },
  "release.read": { roles: [...overseers, "leader", "auditor"], reach: "part" },
  "letter.read": {
    roles: [...unitRoles, ...overseers, "leader", "auditor"],
    unit: (who, subject) => !isUnitRole(who) || leads(who, subject),
    reach: "lead",
  },
  "letter.erase": { roles: overseers, reach: "lead" },
  "follow_up.answer": { roles: ["director"], reach: "lead" },
  "follow_up.check": { roles: overseers, reach: "lead" },
  "instruction.write": { roles: ["leader"], reach: "part" },
  "instruction.handle": { roles: overseers, reach: "part" },
  "instruction.read": { roles: [...overseers, "leader", "auditor"], reach: "part" },
  "submission.view": {
    roles: readers.filter((role) => role !== "system_admin"),
    unit: seesSubmission,
    reach: "part",
  },
  "delegation.grant": { roles: ["head", ...overseers, "security_admin"] },
  "role.grant": { roles: ["security_admin"], reach: "units" },
  "sign_in.manage": { roles: ["security_admin"], reach: "units" },
  "start_link.issue": { roles: ["system_admin", "security_admin"], reach: "units" },
  "plan.configure": { roles: ["director"], reach: "all" },
  "notification.word": { roles: ["director"], reach: "all" },
  "calendar.manage": { roles: ["director", "system_admin"], reach: "all" },
  "site.configure": { roles: ["system_admin"], reach: "all" },
  "start.view": { roles: [...adminRoles, "director"], reach: "all" },
  "plan.draft": { roles: overseers, reach: "all" },
  "plan.confirm": { roles: ["director"], reach: "all" },
  "plan.publish": { roles: ["director"], reach: "all" },
  "plan.archive": { roles: ["director"], reach: "all" },
  "correction.propose": { roles: ["director"], reach: "all" },
  "correction.confirm": { roles: overseers, reach: "all" },
  "clock.advance": { roles: ["system_admin"], reach: "all" },
  "system.watch": { roles: ["system_admin"], reach: "all" },
  "gap.view": { roles: ["director", "system_admin", "security_admin"], reach: "part" },
  "unit.manage": { roles: ["system_admin"], reach: "units" },
  "unit.find": { roles: [...unitRoles, ...overseers, "system_admin"] },
  /** Spreadsheets out and in; which ones, their own permissions say: lib/domain/sheets/sheets.ts. */
  "sheet.exchange": { roles: [...overseers, "system_admin"] },
  "account.update": { roles },
  "account.manage": { roles: ["system_admin"], reach: "units" },
  "notification.read": { roles },
  "audit.view": { roles: ["auditor", "audit_admin"] },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** Whether people of this role have the permission, of whatever is theirs. */
export function isFor(role: Role, permission: Permission): boolean {
  return (permissions[permission].roles as readonly Role[]).includes(role);
}

/**
 * Why this capacity may not do this, or null. A wrong role is `not_allowed`, another unit's matter `other_unit`, and what
 * the branch that somebody is bound to has no part in `not_found`.
 */
export function refusalFor(
  who: Who,
  permission: Permission,
  subject: Subject = {},
): Refusal | null {
  const rule: Rule = permissions[permission];
  if (!isFor(who.role, permission)) return refuse("not_allowed");
  const beyond = reachRefusal(who, rule, subject);
  if (beyond) return beyond;
  return rule.unit && !rule.unit(who, subject) ? refuse("other_unit") : null;
}

export function can(who: Who, permission: Permission, subject: Subject = {}): boolean {
  return refusalFor(who, permission, subject) === null;
}

/** Whether this person could hold the permission at all, by their role or, to decide, by one they stand in for. */
export function mayHold(actor: Actor, permission: Permission): boolean {
  const capacities = permission === "submission.decide" ? capacitiesOf(actor) : [actor];
  return capacities.some(
    ({ role, branchIds }) =>
      isFor(role, permission) && (branchIds === null || !isOfAll(permission)),
  );
}

/** Whether the permission reaches over every branch, and so is nobody's who is bound to one. */
export function isOfAll(permission: Permission): boolean {
  const { reach }: Rule = permissions[permission];
  return reach === "all";
}
