import { asc, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { departments, unitLiaisons, users } from "@/db/schema/people";
import type { Day } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import type { StaffMember } from "@/lib/domain/people/staff";
import { liveDelegations } from "./delegations";

/**
 * Everybody with an enabled account, each with those they stand in for on `today` and the units they are the liaison of. Three
 * queries, however many.
 */
export async function staffOn(reader: Reader, today: Day): Promise<StaffMember[]> {
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
  const liaisons = groupBy(await reader.select().from(unitLiaisons), ({ userId }) => userId);
  return people.map((person) => ({
    ...person,
    liaisonOf: (liaisons.get(person.id) ?? []).map(({ departmentId }) => departmentId),
    standsInFor: (lent.get(person.id) ?? []).map(({ principal }) => principal),
    request: { id: "", ip: null },
  }));
}
