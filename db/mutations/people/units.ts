import { and, eq, gte, max, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { runOnceTold } from "@/db/mutations/new-gaps";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { openThingsOf } from "@/db/queries/people/open-things";
import { keptBy } from "@/db/queries/people/unit-tree";
import { departments } from "@/db/schema/people";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { type DepartmentKind, memberKindsOf } from "@/lib/domain/people/departments";
import type { Actor } from "@/lib/domain/people/roles";
import type {
  CloseUnitInput,
  CreateUnitInput,
  EditUnitInput,
  MoveUnitInput,
} from "@/lib/domain/people/unit-inputs";
import {
  closedRefusal,
  closeRefusal,
  moveRefusal,
  parentRefusal,
  placeRefusal,
} from "@/lib/domain/people/unit-rules";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { lockTree, lockUnits, type Unit, unitNamed, unitSeen, updateUnit } from "./unit-locks";
import { named, nameRefusal } from "./unit-names";

/** Makes a unit below another, or at the top, last in the official order. Refuses a name or code that another bears. */
export function createUnit(actor: Actor, input: CreateUnitInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    await lockTree(tx, actor);
    const { parentCode } = input;
    const parent = parentCode === null ? null : await unitNamed(tx, actor, parentCode);
    insist(placeRefusal(actor, parent?.id ?? null) ?? parentRefusal(parent));
    const unit = await insertUnit(tx, { ...input, parentId: parent?.id ?? null }, dayIn(now));
    const after = { parent: parent?.name ?? null, kind: input.kind };
    await recordEvent(tx, actor, { type: "unit.created", unit: named(unit), after }, {}, now);
    return { code: unit.code };
  });
}

type NewUnit = {
  name: string;
  shortName: string;
  kind: DepartmentKind;
  memberKinds?: readonly DepartmentKind[];
  newCode: string;
  parentId: string | null;
};

/** The tree is locked. A trigger writes its first name, which it has from the first day on. */
export async function insertUnit(tx: Transaction, unit: NewUnit, today: Day) {
  const { name, kind, parentId } = unit;
  const shortName = unit.shortName || null;
  insist(await nameRefusal(tx, { name, shortName }, today));
  const code = unit.newCode || (await nextCode(tx));
  if (await tx.$count(departments, eq(departments.code, code)))
    throw new Refused(refuse("unit_code_taken", { field: "newCode" }));
  const [last] = await tx.select({ order: max(departments.sortOrder) }).from(departments);
  const sortOrder = (last?.order ?? 0) + 1;
  const memberKinds = memberKindsOf(kind, unit.memberKinds ?? []);
  const values = { code, name, shortName, kind, memberKinds, parentId, sortOrder };
  const [made] = await tx.insert(departments).values(values).returning();
  if (!made) throw new Error("The unit was not inserted");
  return made;
}

/** A code for whoever names none: the next number. */
async function nextCode(tx: Transaction): Promise<string> {
  const [last] = await tx
    .select({ number: sql`max(substring(${departments.code} from 6)::int)`.mapWith(Number) })
    .from(departments)
    .where(sql`${departments.code} ~ '^unit-\\d{1,8}$'`);
  return `unit-${(last?.number ?? 0) + 1}`;
}

/**
 * Sets what a unit is, its place in the official order, what it is also called, in English too, and how it is reached. Refuses
 * a closed unit, and private numbers in its name in English and in a contact that citizens see.
 */
export function editUnit(actor: Actor, input: EditUnitInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    await lockTree(tx, actor);
    const unit = await unitSeen(tx, actor, input);
    insist(closedRefusal(unit));
    if (input.isPublic)
      for (const field of ["office", "phone", "address", "email", "hours"] as const)
        insist(publicTextRefusal(input[field], field));
    if (input.nameEn) insist(publicTextRefusal(input.nameEn, "nameEn"));
    const before = factsOf(unit);
    const after = {
      kind: input.kind,
      memberKinds: memberKindsOf(input.kind, input.memberKinds ?? unit.memberKinds ?? []),
      sortOrder: input.sortOrder,
      nameEn: (input.nameEn ?? unit.nameEn) || null,
      aliases: [...new Set(input.aliases)],
      contactOffice: input.office || null,
      contactPhone: input.phone || null,
      contactAddress: input.address || null,
      contactEmail: input.email || null,
      contactHours: input.hours || null,
      contactIsPublic: input.isPublic,
    };
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
      (field) => String(before[field] ?? "") !== String(after[field] ?? ""),
    );
    if (changed.length === 0) throw new Refused(refuse("settings_unchanged"));
    if (changed.includes("sortOrder")) await makeRoom(tx, actor, input.sortOrder);
    await updateUnit(tx, unit.id, after);
    const event = { type: "unit.edited", unit: named(unit), before, after, changed } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { code: unit.code };
  });
}

type UnitFact =
  | "kind"
  | "memberKinds"
  | "sortOrder"
  | "nameEn"
  | "aliases"
  | `contact${"Office" | "Phone" | "Address" | "Email" | "Hours" | "IsPublic"}`;

/** What `editUnit` sets, as the history has it. */
export function factsOf(unit: Pick<Unit, UnitFact>) {
  const { kind, memberKinds, sortOrder, aliases, contactOffice, contactPhone } = unit;
  const { nameEn, contactAddress, contactEmail, contactHours, contactIsPublic } = unit;
  return {
    nameEn,
    ...{ kind, memberKinds, sortOrder, aliases, contactOffice, contactPhone },
    ...{ contactAddress, contactEmail, contactHours, contactIsPublic },
  };
}

/**
 * Whoever stands at this place of the official order, and after it, moves back by one. Whoever is bound to a branch gives
 * places among its units: refuses any other.
 */
async function makeRoom(tx: Transaction, actor: Actor, sortOrder: number) {
  const isThere = eq(departments.sortOrder, sortOrder);
  if (actor.branchIds && !(await tx.$count(departments, and(isThere, keptBy(actor)))))
    throw new Refused(refuse("unit_beyond_branch", { field: "sortOrder" }));
  if (!(await tx.$count(departments, isThere))) return;
  await tx
    .update(departments)
    .set({ sortOrder: sql`${departments.sortOrder} + 1` })
    .where(gte(departments.sortOrder, sortOrder));
}

/** Moves a unit, with all that is below it, below another or to the top. Refuses a circle. */
export function moveUnit(actor: Actor, input: MoveUnitInput, now: Date) {
  return runOnceTold(actor, input, now, async (tx) => {
    await lockTree(tx, actor);
    const unit = await unitSeen(tx, actor, input);
    const { parentCode } = input;
    const parent = parentCode === null ? null : await unitNamed(tx, actor, parentCode);
    insist(placeRefusal(actor, parent?.id ?? null) ?? moveRefusal(unit, parent));
    await updateUnit(tx, unit.id, { parentId: parent?.id ?? null });
    const before = await parentOf(tx, unit);
    const after = { parent: parent?.name ?? null };
    const event = { type: "unit.moved", unit: named(unit), before, after } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { code: unit.code };
  });
}

async function parentOf(tx: Transaction, { parentId }: Unit) {
  if (parentId === null) return { parent: null };
  const [parent] = await tx.select().from(departments).where(eq(departments.id, parentId));
  return { parent: parent?.name ?? null };
}

/** 撤销: a unit that nothing is left open of. It stays to be read. Refuses `unit_open` with what is left. */
export function closeUnit(actor: Actor, input: CloseUnitInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    await lockTree(tx, actor);
    const unit = await unitSeen(tx, actor, input);
    await lockUnits(tx, [unit.id]);
    insist(closeRefusal(unit, await openThingsOf(tx, unit.id)));
    await updateUnit(tx, unit.id, { closedOn: dayIn(now) });
    const event = { type: "unit.closed", unit: named(unit), reason: input.reason } as const;
    await recordEvent(tx, actor, event, {}, now);
    return { code: unit.code };
  });
}
