import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { departments, unitLiaisons, users } from "@/db/schema/people";
import type { Day } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import type { StaffMember } from "@/lib/domain/people/staff";
import { withBranches } from "./branches";
import { liveDelegations } from "./delegations";
import { isActiveAccount } from "./people";

/**
 * Everybody with an active account, each with those they stand in for on `today` and the units they are the liaison of. Three
 * queries, however many, and one for the branches of those who are bound to one.
 */
export async function staffOn(reader: Reader, today: Day): Promise<StaffMember[]> {
  const people = await reader
    .select({
      id: users.id,
      personId: users.personId,
      name: users.displayName,
      role: users.role,
      departmentId: users.departmentId,
      departmentName: departments.name,
      branchId: users.branchId,
      isDemo: users.isDemo,
    })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(isActiveAccount)
    .orderBy(asc(users.id));
  const lent = groupBy(await liveDelegations(reader, today), ({ deputyId }) => deputyId);
  const liaisons = groupBy(await reader.select().from(unitLiaisons), ({ userId }) => userId);
  return (await withBranches(reader, people)).map((person) => ({
    ...person,
    liaisonOf: (liaisons.get(person.id) ?? []).map(({ departmentId }) => departmentId),
    standsInFor: (lent.get(person.id) ?? []).map(({ principal }) => principal),
    request: { id: "", ip: null },
  }));
}
