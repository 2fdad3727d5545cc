import { type Refusal, refuse } from "@/lib/domain/refusals";
import { refusalFor } from "./permissions";
import { type Capacity, isAdminRole, type Role } from "./roles";

type Managed = { personId: string; role: Role; departmentId: string };

/**
 * Why this administrator may not take an account's rights away, or null: not one's own, and not those of the last enabled
 * administrator of a kind, without whom nobody could give them back. `others` is how many more hold its role.
 */
export function dismissRefusal(
  actor: Pick<Capacity, "personId" | "role" | "departmentId" | "branchIds">,
  account: Managed,
  others: number,
): Refusal | null {
  const refusal = refusalFor(actor, "account.manage", { unitId: account.departmentId });
  if (refusal) return refusal;
  if (account.personId === actor.personId) return refuse("account_own");
  return isAdminRole(account) && others === 0 ? refuse("account_last_admin") : null;
}
