import { asc } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { departmentNames, departments } from "@/db/schema/people";
import { groupBy } from "@/lib/domain/group-by";
import type { UnitName } from "@/lib/domain/imports/unit-names";

/** All units, closed ones too, by all that they are and were called and what they were merged into. */
export async function namedUnits(reader: Reader): Promise<UnitName[]> {
  const { id, name, shortName, aliases, kind, memberKinds, closedOn, mergedIntoId } = departments;
  const [units, dated] = await Promise.all([
    reader
      .select({ id, name, shortName, aliases, kind, memberKinds, closedOn, mergedIntoId })
      .from(departments)
      .orderBy(asc(departments.sortOrder)),
    reader.select().from(departmentNames),
  ]);
  const names = groupBy(dated, ({ departmentId }) => departmentId);
  return units.map((unit) => ({ ...unit, names: names.get(unit.id) ?? [] }));
}
