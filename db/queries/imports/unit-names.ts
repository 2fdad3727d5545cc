import { inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { departments } from "@/db/schema/people";
import { Refused, refuse } from "@/lib/domain/refusals";

/** The open units of these names, in their order, as a form names them. Refuses a name that no unit bears. */
export async function unitsNamed(names: readonly string[], field: string) {
  if (names.length === 0) return [];
  const found = await database()
    .select({ id: departments.id, code: departments.code, name: departments.name })
    .from(departments)
    .where(inArray(departments.name, [...names]));
  return names.map((name) => {
    const unit = found.find((each) => each.name === name);
    if (!unit) throw new Refused(refuse("unit_unnamed", { field, params: { name } }));
    return unit;
  });
}
