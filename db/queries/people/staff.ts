import { asc, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { departments, users } from "@/db/schema/people";
import type { Day } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import type { Actor } from "@/lib/domain/people/roles";
import { liveDelegations } from "./delegations";

/** Everybody with an enabled account, each with those they stand in for on `today`. Two queries, however many. */
export async function staffOn(reader: Reader, today: Day): Promise<Actor[]> {
  const people = await reader
    .select({
      id: users.id,
      name: users.displayName,
      role: users.role,
      departmentId: users.departmentId,
      departmentName: departments.name,
      isDemo: users.isDemo,
    })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(isNull(users.disabledAt))
    .orderBy(asc(users.id));
  const lent = groupBy(await liveDelegations(reader, today), ({ deputyId }) => deputyId);
  return people.map((person) => ({
    ...person,
    standsInFor: (lent.get(person.id) ?? []).map(({ principal }) => principal),
    request: { id: "", ip: null },
  }));
}
