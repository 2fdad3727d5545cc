import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { groupBy } from "@/lib/domain/group-by";

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
