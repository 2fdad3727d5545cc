import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { departments, users } from "@/db/schema/people";
import type { Day } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import type { Actor } from "@/lib/domain/people/roles";
import { withBranches } from "./branches";
import { liveDelegations } from "./delegations";
import { isActiveAccount } from "./people";

/** Everybody with an active account, each with those they stand in for on `today`. Two queries, however many, and one for the branches of those who are bound to one. */
export async function staffOn(reader: Reader, today: Day): Promise<Actor[]> {
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
  return (await withBranches(reader, people)).map((person) => ({
    ...person,
    standsInFor: (lent.get(person.id) ?? []).map(({ principal }) => principal),
    request: { id: "", ip: null },
  }));
}
