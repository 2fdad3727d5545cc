import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { departments } from "@/db/schema/people";
import type { Day } from "@/lib/domain/calendar/days";
import { namesOn } from "./unit-names";

const parents = alias(departments, "parents");
const successors = alias(departments, "successors");

/** Every unit by id, as the public knows it, under the name that it has on the day. Whoever was closed is there, too. */
export async function unitsOn(day: Day) {
  const named = namesOn(database(), day);
  const rows = await database()
    .select({
      id: departments.id,
      code: departments.code,
      name: named.name,
      /** A translation of the present name is none of an earlier one. */
      nameEn: sql<
        string | null
      >`case when ${named.name} = ${departments.name} then ${departments.nameEn} end`,
      kind: departments.kind,
      parentCode: parents.code,
      /** Null on the days before it was closed. */
      closedOn: sql<Day | null>`case when ${departments.closedOn} <= ${day} then ${departments.closedOn} end`,
      successorCode: successors.code,
    })
    .from(departments)
    .innerJoinLateral(named, sql`true`)
    .leftJoin(parents, eq(parents.id, departments.parentId))
    .leftJoin(successors, eq(successors.id, departments.mergedIntoId))
    .orderBy(asc(departments.sortOrder), asc(departments.code));
  return new Map(rows.map(({ id, ...unit }) => [id, unit]));
}
