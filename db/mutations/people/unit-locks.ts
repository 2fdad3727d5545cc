import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { keptBy, wayTo } from "@/db/queries/people/unit-tree";
import { departments } from "@/db/schema/people";
import { mayHold } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import type { UnitState } from "@/lib/domain/people/unit-rules";
import { Refused, refuse } from "@/lib/domain/refusals";

/**
 * The tree of units is changed by one at a time: no two moves make a circle, no two units get one name. Whoever also moves
 * tasks and people locks those next, and the units last: others come from their task to its unit.
 */
export async function lockTree(tx: Transaction, actor: Actor): Promise<void> {
  if (!mayHold(actor, "unit.manage")) throw new Refused(refuse("not_allowed"));
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('departments', 0))`);
}

export type Unit = typeof departments.$inferSelect & UnitState;

/** A unit as a page showed it. Refuses `not_found` for one that is not this person's, and a page that is no longer true. */
export async function unitSeen(
  tx: Transaction,
  actor: Actor,
  seen: { code: string; version: number },
): Promise<Unit> {
  const unit = await unitNamed(tx, actor, seen.code);
  if (unit.version !== seen.version) throw new Refused(refuse("unit_changed"));
  return unit;
}

/** A unit of those that this person keeps, by its code. Refuses `not_found`. */
export async function unitNamed(tx: Transaction, actor: Actor, code: string): Promise<Unit> {
  const [unit] = await tx
    .select()
    .from(departments)
    .where(and(eq(departments.code, code), keptBy(actor)));
  if (!unit) throw new Refused(refuse("not_found"));
  return { ...unit, wayIds: (await wayTo(tx, unit.id)).map(({ id }) => id) };
}

/** Keeps everybody from giving these units anything until the transaction ends. */
export async function lockUnits(tx: Transaction, ids: string[]): Promise<void> {
  await tx
    .select({ id: departments.id })
    .from(departments)
    .where(inArray(departments.id, ids))
    .orderBy(asc(departments.id))
    .for("update");
}

/** Writes a unit and moves its version on, so that a page made before is refused as stale. */
export async function updateUnit(
  tx: Transaction,
  id: string,
  changes: Partial<typeof departments.$inferInsert>,
): Promise<void> {
  await tx
    .update(departments)
    .set({ ...changes, version: sql`${departments.version} + 1` })
    .where(eq(departments.id, id));
}
