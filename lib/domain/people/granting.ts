import { z } from "zod";
import { acceptsGaps, idSchema, keySchema } from "@/lib/domain/inputs";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { longText } from "@/lib/domain/texts";
import { isWithin, type Permission, refusalFor, type Who } from "./permissions";
import { type Actor, isAdminRole, isUnitRole, type Role, roles } from "./roles";

export const grantRoleSchema = z.strictObject({ key: keySchema, userId: idSchema });
export type GrantRoleInput = z.infer<typeof grantRoleSchema>;

export const changeRoleSchema = z.strictObject({
  acceptsGaps,
  key: keySchema,
  userId: idSchema,
  role: z.enum(roles),
});
export type ChangeRoleInput = z.infer<typeof changeRoleSchema>;

/** The branch by the name or code of the unit at its head; empty for everything. */
export const bindBranchSchema = z.strictObject({
  acceptsGaps,
  key: keySchema,
  userId: idSchema,
  unit: longText(200).trim(),
});
export type BindBranchInput = z.infer<typeof bindBranchSchema>;

export const unlockSignInSchema = z.strictObject({ key: keySchema, userId: idSchema });
export type UnlockSignInInput = z.infer<typeof unlockSignInSchema>;

/** An account as rights are granted to it; `otherRoles` are those of the person's other enabled accounts. */
export type HeldAccount = {
  id: string;
  personId: string;
  role: Role;
  departmentId: string;
  branchId: string | null;
  isEnabled: boolean;
  isGranted: boolean;
  otherRoles: readonly Role[];
};

/** Whether a role can be bound to a branch of the tree: those that see more than their own unit, but for the auditor. */
export function isBoundable(role: Role): boolean {
  return role !== "official" && role !== "head" && role !== "auditor";
}

export type Reaching = Pick<HeldAccount, "role" | "departmentId" | "branchId" | "isGranted">;

/**
 * Whether an account is of the branch that this person is bound to: its unit is, and what has been granted to it reaches no
 * farther. Whoever kept an account with a longer reach than their own could act as it.
 */
export function isAccountWithin(who: Pick<Who, "branchIds">, account: Reaching): boolean {
  if (!isWithin(who, account.departmentId)) return false;
  return isUnitRole(account) || !account.isGranted || isWithin(who, account.branchId);
}

/** Why this person may not see or keep an account at all, or null: beyond their branch it is not there. */
export function keptRefusal(
  who: Who,
  permission: Permission,
  account: Reaching | undefined,
): Refusal | null {
  const unitId = account && isAccountWithin(who, account) ? account.departmentId : null;
  return refusalFor(who, permission, { unitId }) ?? (account ? null : refuse("not_found"));
}

/** Why this person may not do this to the account, or null: it is somebody else's, of their branch; elsewhere it is not there. */
export function accountRefusal(
  actor: Actor,
  permission: Permission,
  account: HeldAccount | undefined,
): Refusal | null {
  const refusal = keptRefusal(actor, permission, account);
  if (refusal) return refusal;
  return account?.personId === actor.personId ? refuse("role_own") : null;
}

/**
 * Why this person may not grant the account this role (授权), or null: to somebody else, whom it makes no administrator and
 * anything besides (三员), and within the grantor's own branch.
 */
export function grantRefusal(
  actor: Actor,
  account: HeldAccount | undefined,
  role: Role | undefined = account?.role,
): Refusal | null {
  const refusal = accountRefusal(actor, "role.grant", account);
  if (refusal || !account || !role) return refusal ?? refuse("not_found");
  if (!account.isEnabled) return refuse("account_disabled");
  if (account.isGranted && account.role === role) return refuse("role_granted", { field: "role" });
  const held = new Set([role, ...account.otherRoles]);
  if (held.size > 1 && [...held].some((each) => isAdminRole({ role: each })))
    return refuse("role_combined", { field: "role" });
  const field = "role";
  if (isUnitRole({ role }) || isWithin(actor, account.branchId)) return null;
  return refuse(isBoundable(role) ? "role_needs_branch" : "role_beyond_branch", { field });
}

/** Why this person may not bind the account to this unit's branch (null: to none), or null. */
export function bindRefusal(
  actor: Actor,
  account: HeldAccount | undefined,
  unitId: string | null,
): Refusal | null {
  const refusal = accountRefusal(actor, "role.grant", account);
  if (refusal || !account) return refusal ?? refuse("not_found");
  const field = "unit";
  if (unitId === null)
    return actor.branchIds === null ? null : refuse("role_needs_branch", { field });
  if (!isBoundable(account.role)) return refuse("branch_not_for_role", { field });
  return isWithin(actor, unitId) ? null : refuse("unit_unknown", { field });
}
