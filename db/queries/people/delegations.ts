import { and, asc, desc, eq, gte, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database, type Reader } from "@/db/client";
import { deputations } from "@/db/schema/deputations";
import { departments, users } from "@/db/schema/people";
import type { Day } from "@/lib/domain/calendar/days";
import { deputyRoles, principalRoles } from "@/lib/domain/people/delegations";
import type { Actor, Capacity } from "@/lib/domain/people/roles";

const principals = alias(users, "principals");
const deputies = alias(users, "deputies");

/** In whose right this person may decide on `today`. */
export async function liveDeputationsOf(
  reader: Reader,
  deputyId: string,
  today: Day,
): Promise<Capacity[]> {
  const lent = await liveDeputations(reader, today, eq(deputations.deputyId, deputyId));
  return lent.map(({ principal }) => principal);
}

/**
 * In whose right who may decide on `today`, by the principal's name. A principal who is disabled, holds no such post any
 * more or has left the unit lends nothing. `where` is a condition over deputations.
 */
export function liveDeputations(reader: Reader, today: Day, where?: SQL) {
  return reader
    .selectDistinct({
      deputyId: deputations.deputyId,
      principal: {
        id: principals.id,
        name: principals.displayName,
        role: principals.role,
        departmentId: principals.departmentId,
      },
    })
    .from(deputations)
    .innerJoin(principals, eq(principals.id, deputations.principalId))
    .innerJoin(deputies, eq(deputies.id, deputations.deputyId))
    .where(
      and(
        where,
        lte(deputations.startsOn, today),
        gte(deputations.endsOn, today),
        isNull(deputations.endedAt),
        isNull(principals.disabledAt),
        inArray(principals.role, principalRoles),
        inArray(deputies.role, deputyRoles),
        eq(principals.departmentId, deputies.departmentId),
      ),
    )
    .orderBy(asc(principals.displayName), asc(principals.id));
}

/** What is lent by or to this person from `today` on, an admin all of it; soonest first, what was ended early left out. */
export function listDeputations(actor: Actor, today: Day) {
  const theirs =
    actor.role === "admin"
      ? undefined
      : or(eq(deputations.principalId, actor.id), eq(deputations.deputyId, actor.id));
  return selectDeputations(
    and(theirs, isNull(deputations.endedAt), gte(deputations.endsOn, today)),
  );
}
export type ListedDeputation = Awaited<ReturnType<typeof listDeputations>>[number];

function selectDeputations(where?: SQL) {
  return database()
    .select({
      id: deputations.id,
      principal: { id: principals.id, name: principals.displayName },
      deputy: { id: deputies.id, name: deputies.displayName, username: deputies.username },
      unit: departments.name,
      startsOn: deputations.startsOn,
      endsOn: deputations.endsOn,
      reason: deputations.reason,
    })
    .from(deputations)
    .innerJoin(principals, eq(principals.id, deputations.principalId))
    .innerJoin(deputies, eq(deputies.id, deputations.deputyId))
    .innerJoin(departments, eq(departments.id, principals.departmentId))
    .where(where)
    .orderBy(asc(deputations.startsOn), desc(deputations.createdAt));
}

/** Whom this person may choose from: the enabled people of their own unit, for an admin those of every unit. */
export function deputationPeople(actor: Actor) {
  const own = actor.role === "admin" ? undefined : eq(users.departmentId, actor.departmentId);
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
    .where(and(own, inArray(users.role, deputyRoles), isNull(users.disabledAt)))
    .orderBy(asc(departments.sortOrder), asc(users.role), asc(users.username));
}
