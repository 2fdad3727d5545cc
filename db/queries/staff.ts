import { and, asc, eq, gte, isNull, lte } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { deputations } from "@/db/schema/deputations";
import { departments, users } from "@/db/schema/people";
import type { Day } from "@/lib/domain/days";
import type { Actor, Capacity } from "@/lib/domain/roles";

const capacity = {
  id: users.id,
  name: users.displayName,
  role: users.role,
  departmentId: users.departmentId,
};

/** Everybody with an enabled account, each with those they stand in for on `today`. Two queries, however many. */
export async function staffOn(reader: Reader, today: Day): Promise<Actor[]> {
  const people = await reader
    .select({ ...capacity, departmentName: departments.name, isDemo: users.isDemo })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(isNull(users.disabledAt))
    .orderBy(asc(users.id));
  const lent = await lentOn(reader, today);
  return people.map((person) => ({
    ...person,
    standsInFor: lent.get(person.id) ?? [],
    request: { id: "", ip: null },
  }));
}

/** The capacities lent on a day, by the deputy's id. */
async function lentOn(reader: Reader, today: Day): Promise<Map<string, Capacity[]>> {
  const rows = await reader
    .selectDistinct({ deputyId: deputations.deputyId, principal: capacity })
    .from(deputations)
    .innerJoin(users, eq(users.id, deputations.principalId))
    .where(
      and(
        lte(deputations.startsOn, today),
        gte(deputations.endsOn, today),
        isNull(deputations.endedAt),
        isNull(users.disabledAt),
      ),
    );
  const lent = new Map<string, Capacity[]>();
  for (const { deputyId, principal } of rows)
    lent.set(deputyId, [...(lent.get(deputyId) ?? []), principal]);
  return lent;
}
