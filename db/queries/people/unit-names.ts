import { and, desc, eq, lte } from "drizzle-orm";
import type { Reader } from "@/db/client";
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
