import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database, type Reader } from "@/db/client";
import { hasWords } from "@/db/queries/has-words";
import { departments, users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { DepartmentKind, ListedUnit } from "@/lib/domain/people/departments";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { isEnabled, isHelpedBy, isLedBy, isOpenTask } from "./open-things";

const parents = alias(departments, "parents");

/** The units that this person keeps, as SQL over departments: whoever may see or change one is told here and nowhere else. */
export function keptBy(actor: Actor): SQL {
  return can(actor, "unit.manage") ? sql`true` : sql`false`;
}

/** How many units a page of the list shows. */
export const unitsPerPage = 50;

type Wanted = {
  /** The unit below which to list, null for those at the top; with words, everywhere. */
  underId: string | null;
  /** Words that all stand in the name, the short name, an alias or the code. */
  words: string;
  withClosed: boolean;
  page: number;
};

/** One page of the units that this person keeps, in their order, and how many there are in all. Two queries, however many. */
export async function listUnits(
  actor: Actor,
  { underId, words, withClosed, page }: Wanted,
): Promise<{ units: ListedUnit[]; total: number }> {
  const place = underId === null ? isNull(departments.parentId) : eq(departments.parentId, underId);
  const where = and(
    keptBy(actor),
    words ? isCalled(words) : place,
    withClosed ? undefined : isNull(departments.closedOn),
  );
  const [units, total] = await Promise.all([
    selectUnits(where)
      .limit(unitsPerPage)
      .offset((page - 1) * unitsPerPage),
    database().$count(departments, where),
  ]);
  return { units, total };
}

/** Open units that are called so, the first twenty: for choosing one. `where` narrows them further. */
export function findUnits(actor: Actor, words: string, where?: SQL): Promise<ListedUnit[]> {
  return selectUnits(
    and(keptBy(actor), isCalled(words), isNull(departments.closedOn), where),
  ).limit(20);
}

/** Every word stands in what the unit is called, whatever its case. */
function isCalled(words: string): SQL | undefined {
  const called = sql`${departments.name} || ' ' || coalesce(${departments.shortName}, '') || ' '
    || array_to_string(${departments.aliases}, ' ') || ' ' || ${departments.code}`;
  return hasWords(called, words);
}

const count = (query: SQL) => sql<number>`(select count(*) from ${query})`.mapWith(Number);
const here = sql`${departments.id}`;

function selectUnits(where?: SQL) {
  return database()
    .select({
      code: departments.code,
      name: departments.name,
      shortName: departments.shortName,
      kind: departments.kind,
      parent: parents.name,
      isClosed: sql<boolean>`${departments.closedOn} is not null`,
      children: count(sql`departments d where d.parent_id = ${here} and d.closed_on is null`),
      tasks: count(sql`${tasks} where ${isOpenTask} and (${isLedBy(here)} or ${isHelpedBy(here)})`),
      people: count(sql`${users} where ${isEnabled} and ${users.departmentId} = ${here}`),
    })
    .from(departments)
    .leftJoin(parents, eq(parents.id, departments.parentId))
    .where(where)
    .orderBy(asc(departments.sortOrder), asc(departments.code))
    .$dynamic();
}

export type UnitAbove = { id: string; code: string; name: string; kind: DepartmentKind };

/** The units above one, the highest first. */
export async function wayTo(reader: Reader, id: string): Promise<UnitAbove[]> {
  const rows = await reader.execute<UnitAbove>(sql`
    with recursive way as (
      select d.*, 0 as steps from departments d where d.id = (select parent_id from departments where id = ${id})
      union all
      select d.*, way.steps + 1 from departments d join way on d.id = way.parent_id where way.steps < 50)
    select id, code, name, kind from way order by steps desc`);
  return [...rows];
}
