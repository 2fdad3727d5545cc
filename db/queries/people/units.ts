import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { departments } from "@/db/schema/people";

const parents = alias(departments, "parents");

/** Every unit by id, as the public knows it. */
export async function unitsById() {
  const rows = await database()
    .select({
      id: departments.id,
      code: departments.code,
      name: departments.name,
      kind: departments.kind,
      parentCode: parents.code,
    })
    .from(departments)
    .leftJoin(parents, eq(parents.id, departments.parentId))
    .orderBy(asc(departments.sortOrder));
  return new Map(rows.map(({ id, ...unit }) => [id, unit]));
}
