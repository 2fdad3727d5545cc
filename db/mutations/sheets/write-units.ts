import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { factsOf } from "@/db/mutations/people/units";
import { recordTogether } from "@/db/mutations/record-event";
import { departmentNames, departments } from "@/db/schema/people";
import type { AuditEvent } from "@/lib/domain/audit/audit-events";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import type { SheetUnit, WantedUnit } from "@/lib/domain/sheets/unit-rows";
import type { UnitsPlan } from "@/lib/domain/sheets/units";

const rowsAtOnce = 500;

/**
 * Makes, edits, renames (from today on) and moves units as the acts by hand do, many in a statement, each with its events. The
 * tree is locked. Those above come before those below them.
 */
export async function writeUnits(
  tx: Transaction,
  actor: Actor,
  { made, changed }: UnitsPlan,
  now: Date,
  onRows: (done: number, of: number) => void,
): Promise<void> {
  const all = made.length + changed.length;
  const news = await numbered(tx, ordered(made.map(({ wanted }) => wanted)));
  const names = await namesOf(tx, news, changed);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ""));
  for (let done = 0; done < news.length; done += rowsAtOnce) {
    const part = news.slice(done, done + rowsAtOnce);
    await tx.insert(departments).values(part);
    await recordTogether(
      tx,
      actor,
      part.flatMap((unit) => eventsOfNew(unit, nameOf)),
      now,
    );
    onRows(done + part.length, all);
  }
  const today = dayIn(now);
  for (let done = 0; done < changed.length; done += rowsAtOnce) {
    const part = changed.slice(done, done + rowsAtOnce);
    await update(tx, part, today);
    await recordTogether(
      tx,
      actor,
      part.flatMap((each) => eventsOfChange(each, nameOf, today)),
      now,
    );
    onRows(news.length + done + part.length, all);
  }
}

/** Those above before those below them. */
function ordered(units: WantedUnit[]): WantedUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const depthOf = (unit: WantedUnit): number => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return parent ? depthOf(parent) + 1 : 0;
  };
  const depths = new Map(units.map((unit) => [unit.id, depthOf(unit)]));
  return units.toSorted((one, other) => (depths.get(one.id) ?? 0) - (depths.get(other.id) ?? 0));
}

/** With the codes and places in the official order of those that have none: the next ones, in the order of the file. */
async function numbered(tx: Transaction, units: WantedUnit[]) {
  const [last] = await tx
    .select({
      order: sql`coalesce(max(${departments.sortOrder}), 0)`.mapWith(Number),
      number:
        sql`coalesce(max(substring(${departments.code} from '^unit-(\\d{1,8})$')::int), 0)`.mapWith(
          Number,
        ),
    })
    .from(departments);
  let { order, number } = last ?? { order: 0, number: 0 };
  const typed = units.map(({ code }) => Number(/^unit-(\d{1,8})$/.exec(code)?.[1] ?? 0));
  number = Math.max(number, ...typed);
  return units.map((unit) => ({
    ...unit,
    code: unit.code || `unit-${++number}`,
    sortOrder: unit.sortOrder ?? ++order,
  }));
}

type Change = UnitsPlan["changed"][number];

/** What everything is called once all is done, by id. */
async function namesOf(tx: Transaction, news: WantedUnit[], changed: Change[]) {
  const rows = await tx.select({ id: departments.id, name: departments.name }).from(departments);
  const after = [...news, ...changed.map(({ wanted }) => wanted)];
  return new Map([...rows, ...after].map(({ id, name }) => [id, name]));
}

type Name = (id: string | null) => string | null;
type Numbered = Awaited<ReturnType<typeof numbered>>[number];
const named = ({ code, name }: { code: string; name: string }) => ({ code, name });

function eventsOfNew(unit: Numbered, nameOf: Name): { event: AuditEvent }[] {
  const made = { parent: nameOf(unit.parentId), kind: unit.kind };
  const blank = {
    ...{
      kind: unit.kind,
      memberKinds: null,
      nameEn: null,
      sortOrder: unit.sortOrder,
      aliases: [],
      contactOffice: null,
    },
    ...{ contactPhone: null, contactAddress: null, contactEmail: null, contactHours: null },
    contactIsPublic: false,
  };
  const edit = editOf(unit, blank, unit);
  return [{ event: { type: "unit.created", unit: named(unit), after: made } }, ...edit];
}

function eventsOfChange(
  { unit, wanted }: Change,
  nameOf: Name,
  today: Day,
): { event: AuditEvent }[] {
  const events: { event: AuditEvent }[] = [];
  const [before, after] = [unit, wanted].map(({ name, shortName }) => ({ name, shortName }));
  if (before && after && isRenamed({ unit, wanted }))
    events.push({
      event: { type: "unit.renamed", unit: named(unit), before, after, fromOn: today },
    });
  if (unit.parentId !== wanted.parentId) {
    const [from, to] = [unit, wanted].map(({ parentId }) => ({ parent: nameOf(parentId) }));
    if (from && to)
      events.push({ event: { type: "unit.moved", unit: named(wanted), before: from, after: to } });
  }
  const sortOrder = wanted.sortOrder ?? unit.sortOrder;
  return [...events, ...editOf(wanted, unit, { ...wanted, sortOrder })];
}

type Facts = Parameters<typeof factsOf>[0];

function editOf(
  unit: { code: string; name: string },
  from: Facts,
  to: Facts,
): { event: AuditEvent }[] {
  const [before, after] = [factsOf(from), factsOf(to)];
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
    (field) => String(before[field] ?? "") !== String(after[field] ?? ""),
  );
  if (changed.length === 0) return [];
  return [{ event: { type: "unit.edited", unit: named(unit), before, after, changed } }];
}

const isRenamed = ({ unit, wanted }: { unit: SheetUnit; wanted: WantedUnit }) =>
  unit.name !== wanted.name || unit.shortName !== wanted.shortName;

async function update(tx: Transaction, changed: Change[], today: Day) {
  const renamed = changed.filter(isRenamed).map(({ wanted: { id, name, shortName } }) => ({
    ...{ departmentId: id, fromOn: today, name, shortName },
  }));
  if (renamed.length > 0)
    await tx
      .insert(departmentNames)
      .values(renamed)
      .onConflictDoUpdate({
        target: [departmentNames.departmentId, departmentNames.fromOn],
        set: { name: sql`excluded.name`, shortName: sql`excluded.short_name` },
      });
  const rows = changed.map(({ unit, wanted }) => {
    const { id, name, shortName, parentId, ...facts } = wanted;
    const sortOrder = wanted.sortOrder ?? unit.sortOrder;
    return {
      id,
      version: unit.version,
      name,
      shortName,
      parentId,
      ...factsOf({ ...facts, sortOrder }),
    };
  });
  const updated = await tx.execute(sql`
    update ${departments} set name = said.name, short_name = said."shortName", parent_id = said."parentId",
      name_en = said."nameEn", kind = said.kind, sort_order = said."sortOrder",
      aliases = array(select jsonb_array_elements_text(said.aliases)),
      contact_office = said."contactOffice", contact_phone = said."contactPhone",
      contact_address = said."contactAddress", contact_email = said."contactEmail",
      contact_hours = said."contactHours", contact_is_public = said."contactIsPublic",
      version = ${departments.version} + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as said (id uuid, version integer, name text,
      "shortName" text, "nameEn" text, "parentId" uuid, kind department_kind, "sortOrder" integer, aliases jsonb,
      "contactOffice" text, "contactPhone" text, "contactAddress" text, "contactEmail" text, "contactHours" text,
      "contactIsPublic" boolean)
    where ${departments.id} = said.id and ${departments.version} = said.version and ${departments.closedOn} is null
    returning ${departments.id}`);
  if (updated.length < rows.length) throw new Refused(refuse("sheet_changed"));
}
