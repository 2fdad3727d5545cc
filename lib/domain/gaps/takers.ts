import { isOfAll, type Permission, permissions } from "@/lib/domain/people/permissions";
import type { Role } from "@/lib/domain/people/roles";
import { type Reviewer, reviewerRole } from "@/lib/domain/submissions/submission-kinds";

/** What can wait for somebody: a review step, or something that another person than its author has to do. */
export const waits = [
  "head",
  "countersign",
  "supervisor",
  "director",
  "release",
  "verification",
  "follow_up",
  "correction",
  "registration",
] as const;
export type Wait = (typeof waits)[number];

/**
 * Who could take what waits: active accounts of these roles; of the unit at the step, of those whose branch leads the task,
 * or of those bound to no branch. A deputy (授权代签) adds nobody: neither they nor their principal may have written it, so
 * that where a deputy may decide the principal may.
 */
export type Takers = { roles: readonly Role[]; within: "unit" | "branch" | "all" };

const acts = {
  release: "submission.release",
  verification: "task.strike_off",
  follow_up: "follow_up.check",
  correction: "correction.confirm",
  registration: "plan.confirm",
} as const satisfies Partial<Record<Wait, Permission>>;

/** Who could take this, by the rules that the act itself asks: `permissions` and `reviewerRole`. */
export function takersOf(wait: Wait): Takers {
  if (wait in acts) {
    const permission = acts[wait as keyof typeof acts];
    return { roles: permissions[permission].roles, within: isOfAll(permission) ? "all" : "branch" };
  }
  const by = wait as Reviewer;
  const isUnits = by === "head" || by === "countersign";
  return { roles: [reviewerRole[by]], within: isUnits ? "unit" : "branch" };
}

/**
 * The roles without which an office stands still, and whether one bound to a branch will do: 立项 and 更正 are confirmed, and
 * accounts kept, by whoever is bound to none.
 */
export const neededRoles = {
  supervisor: "branch",
  director: "all",
  system_admin: "all",
  security_admin: "branch",
  audit_admin: "branch",
} as const satisfies Partial<Record<Role, Takers["within"]>>;
export type NeededRole = keyof typeof neededRoles;
