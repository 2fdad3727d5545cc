import { type Day, daysBetween } from "@/lib/domain/calendar/days";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { Person } from "./accounts";
import { isAccountWithin } from "./granting";
import { refusalFor, type Who } from "./permissions";
import type { Role } from "./roles";

/** Whose right can be lent, and who can be lent one: administrators and auditors decide on nothing and stand in for nobody. */
export const principalRoles = ["head", "supervisor", "director"] as const satisfies Role[];
export const deputyRoles = ["official", "head", "supervisor", "director"] as const satisfies Role[];

/** Both days included. Longer absences are a change of post, which an administrator makes. */
export const maxDelegationDays = 90;

type Grantor = Who & { id: string };
type Party = {
  id: string;
  personId: string;
  role: Role;
  departmentId: string;
  branchId: string | null;
  isEnabled: boolean;
};
export type Term = { principalId: string; deputyId: string; startsOn: Day; endsOn: Day };
export type Delegation = {
  principal: Party | undefined;
  deputy: Party | undefined;
  startsOn: Day;
  endsOn: Day;
};

const plays = (person: Party | undefined, roles: readonly Role[]): person is Party =>
  person?.isEnabled === true && roles.includes(person.role);

/**
 * Why this person may not lend this right (授权代签), or null: by the principal or, in their absence, a security administrator; to
 * somebody of the same unit; for at most 90 days, none of them past. `others` are the terms not ended early of both
 * people: on no day is a deputy also a principal, so that a right lent is never lent on.
 */
export function delegationRefusal(
  actor: Grantor,
  { principal, deputy, startsOn, endsOn }: Delegation,
  others: readonly Term[],
  today: Day,
): Refusal | null {
  const refusal = refusalFor(actor, "delegation.grant");
  if (refusal) return refusal;
  if (!plays(principal, principalRoles)) return refuse("person_unknown", { field: "principalId" });
  if (!isTheirs(actor, principal))
    return actor.role === "security_admin"
      ? refuse("person_unknown", { field: "principalId" })
      : refuse("not_allowed");
  if (!plays(deputy, deputyRoles)) return refuse("person_unknown", { field: "deputyId" });
  if (principal.personId === deputy.personId) return refuse("deputy_self", { field: "deputyId" });
  if (principal.departmentId !== deputy.departmentId)
    return refuse("deputy_other_unit", { field: "deputyId" });
  if (!deputyRolesOf(principal.role).includes(deputy.role))
    return refuse("deputy_of_supervisor", { field: "deputyId" });
  return (
    daysRefusal(startsOn, endsOn, today) ??
    chainRefusal({ principalId: principal.id, deputyId: deputy.id, startsOn, endsOn }, others)
  );
}

/** Who may stand in for a role. Who oversees reads every unit's obligations; whoever signs for them must be able to. */
export function deputyRolesOf(principal: Role): readonly Role[] {
  switch (principal) {
    case "supervisor":
      return ["supervisor"];
    case "director":
      return ["supervisor", "director"];
    default:
      return ["official", "head"];
  }
}

/** A delegation is its principal's; a security administrator acts for a principal of their branch who is absent. */
export function isTheirs(
  actor: Grantor,
  principal: Pick<Party, "id" | "role" | "departmentId" | "branchId">,
): boolean {
  if (actor.role !== "security_admin") return actor.id === principal.id;
  return isAccountWithin(actor, { ...principal, isGranted: true });
}

function daysRefusal(startsOn: Day, endsOn: Day, today: Day): Refusal | null {
  const field = startsOn < today ? "startsOn" : "endsOn";
  const length = daysBetween(startsOn, endsOn) + 1;
  const fits = startsOn >= today && length >= 1 && length <= maxDelegationDays;
  return fits ? null : refuse("deputy_dates", { field, params: { max: maxDelegationDays } });
}

function chainRefusal(wanted: Term, others: readonly Term[]): Refusal | null {
  const chains = others.some(
    (other) =>
      other.startsOn <= wanted.endsOn &&
      wanted.startsOn <= other.endsOn &&
      (other.principalId === wanted.deputyId || other.deputyId === wanted.principalId),
  );
  return chains ? refuse("deputy_chain", { field: "deputyId" }) : null;
}

export type DelegationPerson = Person & { departmentId: string };

/** A delegation as its people read it: who decides for whom, from when to when and why. */
export type ListedDelegation = {
  id: string;
  unit: string;
  principal: Pick<Party, "id" | "role" | "departmentId" | "branchId"> & { name: string };
  deputy: { id: string; name: string; username: string };
  startsOn: Day;
  endsOn: Day;
  reason: string;
};
