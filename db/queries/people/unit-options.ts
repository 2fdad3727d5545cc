import { and, asc, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { departments } from "@/db/schema/people";
import {
  type FindUnitsInput,
  mostUnitsFound,
  type UnitOption,
} from "@/lib/domain/people/departments";
import type { Who } from "@/lib/domain/people/permissions";
import { unitsWithin } from "./branches";

/** By what a unit is known to those who look for it. */
const names = sql`lower(concat_ws(' ', ${departments.name}, ${departments.shortName}, ${departments.code}, array_to_string(${departments.aliases}, ' ')))`;

/**
 * The first open units, of the branch of whoever is bound to one, in whose name, short name, alias or code every word
 * stands, those that begin with it first, then in official order: never more than `mostUnitsFound`, however many there are.
 * Two queries at most.
 */
export function findUnits(
  reader: Reader,
  who: Pick<Who, "branchIds">,
  { words, isSingle }: FindUnitsInput,
): Promise<UnitOption[]> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const where = and(
    unitsWithin(who, departments.id),
    isNull(departments.closedOn),
    isSingle ? ne(departments.kind, "collective") : undefined,
    ...wanted.map((word) => sql`position(${word} in ${names}) > 0`),
  );
  const first = wanted[0];
  const begins = first === undefined ? undefined : sql`position(${first} in ${names}) <> 1`;
  return options(reader, { where, first: begins, limit: mostUnitsFound });
}

/** These units, as a picker shows what has been chosen. */
export async function unitOptions(reader: Reader, ids: readonly string[]): Promise<UnitOption[]> {
  if (ids.length === 0) return [];
  return options(reader, { where: inArray(departments.id, [...ids]), limit: ids.length });
}

type Wanted = { where?: SQL; first?: SQL; limit: number };

async function options(reader: Reader, { where, first, limit }: Wanted): Promise<UnitOption[]> {
  const found = await reader
    .select()
    .from(departments)
    .where(where)
    .orderBy(...(first ? [asc(first)] : []), asc(departments.sortOrder), asc(departments.code))
    .limit(limit);
  const collectives = found.filter(({ kind }) => kind === "collective").map(({ id }) => id);
  const members = await membersOf(reader, collectives);
  return found.map(({ id, code, name, kind }) => ({
    ...{ id, code, name, isCollective: kind === "collective" },
    memberCount: members.get(id)?.length ?? null,
    load: null,
  }));
}

/**
 * The units that each of these collectives (各市) stands for, by its id: those of its kinds below its parent, in official
 * order. One that does not say its kinds is left out. One query, none for no collective.
 */
export async function membersOf(
  reader: Reader,
  collectiveIds: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const members = new Map<string, { id: string; name: string }[]>();
  if (collectiveIds.length === 0) return members;
  const list = sql.join(
    collectiveIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await reader.execute<{ collective: string; id: string; name: string }>(sql`
    with recursive below (collective, kinds, id) as (
      select c.id, c.member_kinds, u.id from departments c
        join departments u on u.parent_id is not distinct from c.parent_id
        where c.id in (${list}) and c.member_kinds is not null
      union
      select b.collective, b.kinds, u.id from below b join departments u on u.parent_id = b.id
    )
    select b.collective, u.id, u.name from below b join departments u on u.id = b.id
      where u.kind = any (b.kinds) and u.closed_on is null order by u.sort_order, u.code`);
  for (const { collective, id, name } of rows)
    members.set(collective, [...(members.get(collective) ?? []), { id, name }]);
  return members;
}
