import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { departmentNames, departments } from "@/db/schema/people";
import type { NamedUnit } from "@/lib/domain/imports/unit-resolution";

/**
 * The open units by all that they are and were called: their own names of earlier days, and those of the units that were
 * merged into them.
 */
export async function namedUnits(reader: Reader): Promise<NamedUnit[]> {
  const [units, names] = await Promise.all([
    reader.select().from(departments),
    reader
      .select({ id: departmentNames.departmentId, name: departmentNames.name })
      .from(departmentNames)
      .innerJoin(departments, eq(departments.id, departmentNames.departmentId)),
  ]);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const former = new Map<string, Set<string>>();
  const openOf = (id: string): string | null => {
    let at = byId.get(id);
    for (let steps = 0; at?.closedOn && steps < 10; steps += 1)
      at = at.mergedIntoId ? byId.get(at.mergedIntoId) : undefined;
    return at && !at.closedOn ? at.id : null;
  };
  for (const { id, name } of names) {
    const open = openOf(id);
    if (open) former.set(open, (former.get(open) ?? new Set()).add(name));
  }
  return units
    .filter(({ closedOn }) => closedOn === null)
    .map(({ id, name, shortName, aliases, kind }) => ({
      ...{ id, name, shortName, aliases, kind },
      formerNames: [...(former.get(id) ?? [])].filter((each) => each !== name),
    }));
}
