"use server";
import { bindBranch, changeRole, grantRole, unlockSignIn } from "@/db/mutations/people/roles";
import { action } from "@/lib/actions/action";
import { batchAction } from "@/lib/actions/batch-action";
import {
  bindBranchSchema,
  changeRoleSchema,
  grantRoleSchema,
  unlockSignInSchema,
} from "@/lib/domain/people/granting";

export const grantOne = action({ permission: "role.grant", schema: grantRoleSchema }, grantRole);
export const grantAll = batchAction(
  { permission: "role.grant", schema: grantRoleSchema },
  grantRole,
);
export const change = action({ permission: "role.grant", schema: changeRoleSchema }, changeRole);
export const bind = action({ permission: "role.grant", schema: bindBranchSchema }, bindBranch);
export const unlock = action(
  { permission: "sign_in.manage", schema: unlockSignInSchema },
  unlockSignIn,
);
