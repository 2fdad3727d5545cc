import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database, type Reader } from "@/db/client";
import { delegations } from "@/db/schema/delegations";
import { departments, users } from "@/db/schema/people";
import type { Day } from "@/lib/domain/calendar/days";
import {
  type DelegationPerson,
  deputyRoles,
  type ListedDelegation,
  principalRoles,
} from "@/lib/domain/people/delegations";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor, Capacity } from "@/lib/domain/people/roles";
import { accountsWithin, withBranches } from "./branches";
import { isActiveAccount } from "./people";

const principals = alias(users, "principals");
const deputies = alias(users, "deputies");

/** In whose right this person may decide on `today`. */
export async function liveDelegationsOf(
  reader: Reader,
  deputyId: string,
  today: Day,
): Promise<Capacity[]> {
  const lent = await liveDelegations(reader, today, eq(delegations.deputyId, deputyId));
  return lent.map(({ principal }) => principal);
}

/**
 * In whose right who may decide on `today`, by the principal's name. A principal who is disabled, holds no such post any
 * more or has left the unit lends nothing. `where` is a condition over delegations.
 */
export async function liveDelegations(reader: Reader, today: Day, where?: SQL) {
  const lent = await reader
    .selectDistinct({
      deputyId: delegations.deputyId,
      principal: {
        id: principals.id,
        personId: principals.personId,
        branchId: principals.branchId,
        name: principals.displayName,
        role: principals.role,
        departmentId: principals.departmentId,
      },
    })
    .from(delegations)
    .innerJoin(principals, eq(principals.id, delegations.principalId))
    .innerJoin(deputies, eq(deputies.id, delegations.deputyId))
    .where(
      and(
        where,
        lte(delegations.startsOn, today),
        gte(delegations.endsOn, today),
        isNull(delegations.endedAt),
        isNull(principals.disabledAt),
        isNotNull(principals.roleGrantedById),
        inArray(principals.role, principalRoles),
        inArray(deputies.role, deputyRoles),
        eq(principals.departmentId, deputies.departmentId),
      ),
    )
    .orderBy(asc(principals.displayName), asc(principals.id));
  const people = await withBranches(
    reader,
    lent.map(({ principal }) => principal),
  );
  return lent.flatMap(({ deputyId }, i) => {
    const principal = people[i];
    return principal ? [{ deputyId, principal }] : [];
  });
}

/** What is lent by or to this person from `today` on, a security administrator all of it; soonest first, what was ended early left out. */
export function listDelegations(actor: Actor, today: Day): Promise<ListedDelegation[]> {
  const theirs =
    actor.role === "security_admin"
      ? accountsWithin(actor, principals)
      : or(eq(delegations.principalId, actor.id), eq(delegations.deputyId, actor.id));
  return selectDelegations(
    and(theirs, isNull(delegations.endedAt), gte(delegations.endsOn, today)),
  );
}

/** What a person has lent or is lent from `today` on, for whoever changes their post. Empty for anybody else. */
export function delegationsOf(
  actor: Actor,
  personId: string,
  today: Day,
): Promise<ListedDelegation[]> {
  if (!isFor(actor.role, "account.manage")) return Promise.resolve([]);
  return selectDelegations(
    and(
      or(accountsWithin(actor, principals), accountsWithin(actor, deputies)),
      or(eq(delegations.principalId, personId), eq(delegations.deputyId, personId)),
      isNull(delegations.endedAt),
      gte(delegations.endsOn, today),
    ),
  );
}

function selectDelegations(where?: SQL) {
  return database()
    .select({
      id: delegations.id,
      principal: {
        id: principals.id,
        name: principals.displayName,
        role: principals.role,
        departmentId: principals.departmentId,
        branchId: principals.branchId,
      },
      deputy: { id: deputies.id, name: deputies.displayName, username: deputies.username },
      unit: departments.name,
      startsOn: delegations.startsOn,
      endsOn: delegations.endsOn,
      reason: delegations.reason,
    })
    .from(delegations)
    .innerJoin(principals, eq(principals.id, delegations.principalId))
    .innerJoin(deputies, eq(deputies.id, delegations.deputyId))
    .innerJoin(departments, eq(departments.id, principals.departmentId))
    .where(where)
    .orderBy(asc(delegations.startsOn), desc(delegations.createdAt));
}

/** Whom this person may choose from: the enabled people of their own unit, for a security administrator those of every unit. */
export function delegationPeople(actor: Actor): Promise<DelegationPerson[]> {
  const own =
    actor.role === "security_admin"
      ? accountsWithin(actor)
      : eq(users.departmentId, actor.departmentId);
  return database()
    .select({
      id: users.id,
      name: users.displayName,
      username: users.username,
      role: users.role,
      departmentId: users.departmentId,
      unit: departments.name,
    })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(and(own, inArray(users.role, deputyRoles), isActiveAccount))
    .orderBy(asc(departments.sortOrder), asc(users.role), asc(users.username));
}
