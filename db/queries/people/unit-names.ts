import { and, desc, eq, inArray, isNotNull, lte } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { departmentNames, departments } from "@/db/schema/people";
import type { Day } from "@/lib/domain/calendar/days";

/**
 * What each unit is called on a day, to be joined laterally to departments: wherever a past day is shown, the names of that
 * day are shown, and this is the one place that knows them.
 */
export function namesOn(reader: Reader, day: Day) {
  return reader
    .select({
      fromOn: departmentNames.fromOn,
      name: departmentNames.name,
      shortName: departmentNames.shortName,
    })
    .from(departmentNames)
    .where(and(eq(departmentNames.departmentId, departments.id), lte(departmentNames.fromOn, day)))
    .orderBy(desc(departmentNames.fromOn))
    .limit(1)
    .as("named");
}

/** The translations of these names of units, by name, as far as there are any: a name that a unit no longer bears has none. */
export async function englishNames(names: readonly string[]): Promise<Map<string, string>> {
  const rows = await database()
    .select({ name: departments.name, nameEn: departments.nameEn })
    .from(departments)
    .where(and(inArray(departments.name, [...new Set(names)]), isNotNull(departments.nameEn)));
  return new Map(rows.flatMap(({ name, nameEn }) => (nameEn ? [[name, nameEn] as const] : [])));
}
