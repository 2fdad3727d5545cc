import { and, eq, gte, isNull, ne, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { database, type Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { namesOn } from "@/db/queries/people/unit-names";
import { departmentNames, departments } from "@/db/schema/people";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import type { RenameUnitInput } from "@/lib/domain/people/unit-inputs";
import { closedRefusal, everSince } from "@/lib/domain/people/unit-rules";
import { insist, type Refusal, Refused, refuse } from "@/lib/domain/refusals";
import { lockTree, unitSeen, updateUnit } from "./unit-locks";

type Name = { name: string; shortName: string | null };

/**
 * 更名: another name from a day on, past or to come; without a day the present name was mistyped, and is put right for all
 * the days that it stands for. Refuses a closed unit, a name that another bears by then, and one that changes nothing.
 */
export function renameUnit(actor: Actor, input: RenameUnitInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    await lockTree(tx, actor);
    const unit = await unitSeen(tx, actor, input);
    insist(closedRefusal(unit));
    const today = dayIn(now);
    const fromOn = input.fromOn ?? (await nameRow(tx, unit.id, today)).fromOn;
    const before = await nameThen(tx, unit.id, fromOn);
    const after = { name: input.name, shortName: input.shortName || null };
    if (isSame(before, after)) throw new Refused(refuse("settings_unchanged"));
    insist(await nameRefusal(tx, after, fromOn, unit.id));

    await tx
      .insert(departmentNames)
      .values({ departmentId: unit.id, fromOn, ...after })
      .onConflictDoUpdate({
        target: [departmentNames.departmentId, departmentNames.fromOn],
        set: after,
      });
    const present = await nameThen(tx, unit.id, today);
    // What translates the old name is no name of the new one.
    const nameEn = present.name === unit.name ? unit.nameEn : null;
    await updateUnit(tx, unit.id, { ...present, nameEn });
    const event = { type: "unit.renamed", before, after, fromOn: input.fromOn } as const;
    await recordEvent(tx, actor, { ...event, unit: named(unit) }, {}, now);
    return { code: unit.code };
  });
}

const isSame = (one: Name, other: Name) =>
  one.name === other.name && one.shortName === other.shortName;
export const named = ({ code, name }: { code: string; name: string }) => ({ code, name });

/** What a unit is called on a day. */
async function nameThen(tx: Transaction, id: string, day: Day): Promise<Name> {
  const { name, shortName } = await nameRow(tx, id, day);
  return { name, shortName };
}

async function nameRow(tx: Transaction, id: string, day: Day) {
  const [row] = await tx
    .select()
    .from(departmentNames)
    .where(and(eq(departmentNames.departmentId, id), sql`${departmentNames.fromOn} <= ${day}`))
    .orderBy(sql`${departmentNames.fromOn} desc`)
    .limit(1);
  return row ?? { fromOn: everSince, name: "", shortName: null };
}

/**
 * `unit_name_taken` where another open unit bears the name or the short name on that day or later, whatever the width and
 * the spaces; null otherwise.
 */
export async function nameRefusal(
  tx: Transaction,
  { name, shortName }: Name,
  fromOn: Day,
  exceptId?: string,
): Promise<Refusal | null> {
  const folded = (text: unknown) =>
    sql`regexp_replace(normalize(${text}::text, NFKC), '\\s', '', 'g')`;
  const isTaken = (column: AnyPgColumn, wanted: string | null) =>
    sql<boolean>`coalesce(bool_or(${folded(column)} = ${folded(wanted)}), false)`;
  const inForce = namesOn(tx, fromOn);
  const [taken] = await tx
    .select({
      name: isTaken(departmentNames.name, name),
      shortName: isTaken(departmentNames.shortName, shortName),
    })
    .from(departments)
    .innerJoin(departmentNames, eq(departmentNames.departmentId, departments.id))
    .innerJoinLateral(inForce, sql`true`)
    .where(
      and(
        isNull(departments.closedOn),
        exceptId === undefined ? undefined : ne(departments.id, exceptId),
        or(gte(departmentNames.fromOn, fromOn), eq(departmentNames.fromOn, inForce.fromOn)),
      ),
    );
  if (taken?.name) return refuse("unit_name_taken", { field: "name" });
  return taken?.shortName ? refuse("unit_name_taken", { field: "shortName" }) : null;
}

/**
 * Remembers the names that are true on the app's day, with an event for each that a rename had set for a day that has come.
 * The worker asks every hour, and on each day that a demo's clock is moved on by.
 */
export function rememberUnitNames(now: Date): Promise<void> {
  return database().transaction((tx) => rememberNames(tx, now));
}

async function rememberNames(tx: Transaction, now: Date): Promise<void> {
  const today = namesOn(tx, dayIn(now));
  const due = await tx
    .select({
      id: departments.id,
      code: departments.code,
      before: { name: departments.name, shortName: departments.shortName },
      after: { name: today.name, shortName: today.shortName },
    })
    .from(departments)
    .innerJoinLateral(today, sql`true`)
    .where(
      sql`(${departments.name}, ${departments.shortName}) is distinct from (${today.name}, ${today.shortName})`,
    )
    .for("no key update", { of: departments });
  for (const { id, code, before, after } of due) {
    await updateUnit(tx, id, before.name === after.name ? after : { ...after, nameEn: null });
    const event = { type: "unit.name_came", unit: { code, name: after.name }, before, after };
    await recordEvent(tx, null, { ...event, type: "unit.name_came" }, {}, now);
  }
}
