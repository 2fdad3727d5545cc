"use server";
import { leaveAccount, transferAccount } from "@/db/mutations/assignments/departures";
import {
  createAccount,
  disableAccount,
  editAccount,
  enableAccount,
  setLiaison,
} from "@/db/mutations/people/managed-accounts";
import { findPostUnits } from "@/db/queries/people/directory";
import { action } from "@/lib/actions/action";
import { leaveSchema, transferSchema } from "@/lib/domain/assignments/hand-over";
import {
  createAccountSchema,
  disableAccountSchema,
  editAccountSchema,
  enableAccountSchema,
  findUnitsSchema,
  liaisonSchema,
} from "@/lib/domain/people/account-inputs";

const permission = "account.manage";

export const create = action({ permission, schema: createAccountSchema }, createAccount);
export const edit = action({ permission, schema: editAccountSchema }, editAccount);
export const disable = action({ permission, schema: disableAccountSchema }, disableAccount);
export const enable = action({ permission, schema: enableAccountSchema }, enableAccount);
export const liaison = action({ permission, schema: liaisonSchema }, setLiaison);
export const transfer = action({ permission, schema: transferSchema }, transferAccount);
export const leave = action({ permission, schema: leaveSchema }, leaveAccount);
export const findUnits = action({ permission, schema: findUnitsSchema }, (actor, { words }) =>
  findPostUnits(actor, words),
);
