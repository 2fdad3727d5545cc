import type { Day } from "@/lib/domain/calendar/days";
import { addDays } from "@/lib/domain/calendar/days";
import type { Role } from "./roles";

/** How an account stands. Each comes before those that stand after it: who has left is not also dormant. */
export const accountStates = ["left", "disabled", "awaits_role", "dormant", "active"] as const;
export type AccountState = (typeof accountStates)[number];

/** Nobody has signed in for so long: the account is looked at (GB/T 22239 8.1.4.1, D2-4). */
export const dormantDays = 90;

type AccountFacts = {
  leftOn: Day | null;
  isEnabled: boolean;
  isRoleGranted: boolean;
  createdOn: Day;
  lastSeenOn: Day | null;
};

/** The state of an account on `today`. A new one is not dormant before it could have been used for so long. */
export function accountState(
  { leftOn, isEnabled, isRoleGranted, createdOn, lastSeenOn }: AccountFacts,
  today: Day,
): AccountState {
  if (leftOn !== null) return "left";
  if (!isEnabled) return "disabled";
  if (!isRoleGranted) return "awaits_role";
  const since = lastSeenOn !== null && lastSeenOn > createdOn ? lastSeenOn : createdOn;
  return since < addDays(today, -dormantDays) ? "dormant" : "active";
}

/** A line of the list of people (人员). */
export type ListedPerson = {
  id: string;
  name: string;
  username: string;
  role: Role;
  post: string;
  unit: string;
  state: AccountState;
  lastSeenOn: Day | null;
};

/** A person as the system administrator keeps them. */
export type ManagedPerson = ListedPerson & {
  personId: string;
  departmentId: string;
  /** The unit at the head of the branch that the account is bound to. */
  branchId: string | null;
  email: string;
  phone: string;
  leftOn: Day | null;
  version: number;
  liaisonOf: { id: string; name: string }[];
};

/** What the list is narrowed to; empty is everything. */
export type PeopleFilters = { q: string; unit: string; role: Role | ""; state: AccountState | "" };
