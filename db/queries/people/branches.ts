import { and, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { users } from "@/db/schema/people";
import { groupBy } from "@/lib/domain/group-by";
import type { Who } from "@/lib/domain/people/permissions";
import { unitRoles } from "@/lib/domain/people/roles";

type Bound = Pick<Who, "branchIds">;
type Account = Record<"departmentId" | "role" | "roleGrantedById" | "branchId", AnyPgColumn>;

/** `isWithin` as SQL over a column that names a unit: nothing for who is bound to no branch. */
export function unitsWithin({ branchIds }: Bound, unitId: AnyPgColumn): SQL | undefined {
  return branchIds === null ? undefined : inArray(unitId, [...branchIds]);
}

/** `isAccountWithin` as SQL over users, or an alias of them. A test holds the two together. */
export function accountsWithin(who: Bound, account: Account = users): SQL | undefined {
  if (who.branchIds === null) return undefined;
  return and(
    unitsWithin(who, account.departmentId),
    or(
      inArray(account.role, [...unitRoles]),
      isNull(account.roleGrantedById),
      unitsWithin(who, account.branchId),
    ),
  );
}

/** People with the units of the branch that each is bound to, null for everything. One query more, if any of them is bound. */
export async function withBranches<Person extends { branchId: string | null }>(
  reader: Reader,
  people: readonly Person[],
): Promise<(Omit<Person, "branchId"> & { branchIds: readonly string[] | null })[]> {
  const roots = new Set(people.flatMap(({ branchId }) => branchId ?? []));
  const units = await unitsOfBranches(reader, [...roots]);
  return people.map(({ branchId, ...person }) => ({
    ...person,
    branchIds: branchId === null ? null : (units.get(branchId) ?? [branchId]),
  }));
}

/** The ids of the units of each branch, its root among them. */
async function unitsOfBranches(reader: Reader, roots: string[]): Promise<Map<string, string[]>> {
  if (roots.length === 0) return new Map();
  const named = sql.join(
    roots.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await reader.execute<{ root: string; id: string }>(sql`
    with recursive branch as (
      select id as root, id from departments where id in (${named})
      union select branch.root, below.id from departments below join branch on below.parent_id = branch.id
    ) select root, id from branch`);
  const byRoot = groupBy([...rows], ({ root }) => root);
  return new Map([...byRoot].map(([root, units]) => [root, units.map(({ id }) => id)]));
}
