import type { Day } from "@/lib/domain/calendar/days";
import { contactFields, type DepartmentKind } from "@/lib/domain/people/departments";
import { aliasesIn, createUnitSchema, editUnitSchema } from "@/lib/domain/people/unit-inputs";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { changesOf, emptyPlan, fieldFaults, repeated, type SheetPlan } from "./plans";
import type { Cells } from "./sheets";
import { cellOf, type Fault, readNumber, refusedCell, type SheetRow, type SheetTable } from "./tables";
import { foldName, isFault, joinNames, UnitBook } from "./unit-book";

/** What a unit is, beside its place in the tree and what it is called. */
export type UnitFacts = {
  kind: DepartmentKind;
  sortOrder: number;
  aliases: string[];
  contactOffice: string | null;
  contactPhone: string | null;
  contactAddress: string | null;
  contactEmail: string | null;
  contactHours: string | null;
  contactIsPublic: boolean;
};
/** A unit as the sheet of units knows it; `parentId` is the id of the unit above it. */
export type SheetUnit = UnitFacts & {
  id: string;
  code: string;
  name: string;
  shortName: string | null;
  parentId: string | null;
  closedOn: Day | null;
  version: number;
};

/** A unit as it will be; `sortOrder` null for one that comes last, `code` empty for one that is numbered. */
export type WantedUnit = Omit<SheetUnit, "sortOrder" | "closedOn" | "version"> & { sortOrder: number | null };
type Change = { unit: SheetUnit; wanted: WantedUnit };
export type UnitsPlan = SheetPlan<{ wanted: WantedUnit }, Change>;

type Present = {
  units: readonly SheetUnit[];
  /** Names that a rename has set for a day to come, by the unit that will bear them. */
  comingNames: readonly { id: string; name: string; shortName: string | null }[];
};

export function unitCells(unit: SheetUnit, nameOf: (id: string) => string): Cells {
  return {
    ...{ code: unit.code, name: unit.name, shortName: unit.shortName ?? "", kind: unit.kind },
    parent: unit.parentId ? nameOf(unit.parentId) : "",
    sortOrder: String(unit.sortOrder),
    aliases: joinNames(unit.aliases),
    ...{ office: unit.contactOffice ?? "", phone: unit.contactPhone ?? "" },
    ...{ address: unit.contactAddress ?? "", email: unit.contactEmail ?? "" },
    ...{ hours: unit.contactHours ?? "", isPublic: unit.contactIsPublic ? "yes" : "no" },
  };
}

/**
 * What a sheet of units would do, by the rules of `createUnit`, `editUnit`, `renameUnit` (from today on) and `moveUnit`: a
 * row is the unit of its code, else the one of its name. `idOf` gives a new unit its id.
 */
export function planUnits(
  table: SheetTable,
  { units, comingNames }: Present,
  idOf: (row: SheetRow) => string,
): UnitsPlan {
  const plan: UnitsPlan = emptyPlan();
  const open = units.filter(({ closedOn }) => closedOn === null);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byId = new Map(open.map((unit) => [unit.id, unit]));
  const book = new UnitBook(open);
  plan.faults.push(...repeated(table, "code", ({ cells }) => cells.code ?? ""));
  plan.faults.push(...repeated(table, "name", ({ cells }) => foldName(cells.name ?? "")));

  const wanted = new Map<string, { row: SheetRow; unit: SheetUnit | undefined; wanted: WantedUnit }>();
  for (const row of table.rows) {
    const { code = "", name = "" } = row.cells;
    const unit = code ? byCode.get(code) : book.named(name);
    if (unit?.closedOn) {
      plan.faults.push({ cell: cellOf(table, row, "code"), refusal: "unit_closed" });
      continue;
    }
    const read = readUnit(table, row, unit, plan.faults);
    const id = unit?.id ?? idOf(row);
    if (read && !wanted.has(id)) wanted.set(id, { row, unit, wanted: { ...read, id } });
    else if (read) plan.faults.push({ cell: cellOf(table, row, "name"), fault: "row_twice", params: { value: name, row: wanted.get(id)?.row.number ?? 0 } });
  }

  // What everything will be called: a parent may stand in the file, below or above, or only in the office.
  const after = new Map<string, WantedUnit>([...byId, ...[...wanted].map(([id, each]) => [id, each.wanted] as const)]);
  const called = new UnitBook(after.values());
  for (const { row, wanted: unit } of wanted.values()) {
    if (row.cells.parent) {
      const parent = called.find(table, row, "parent", row.cells.parent);
      if (isFault(parent)) plan.faults.push(parent);
      else if (parent.kind === "collective")
        plan.faults.push({ cell: cellOf(table, row, "parent"), refusal: "parent_is_collective" });
      else unit.parentId = parent.id;
    } else if (row.cells.parent === "") unit.parentId = null;
  }
  for (const { row, wanted: unit } of wanted.values())
    if (isAboveItself(unit, after))
      plan.faults.push({ cell: cellOf(table, row, "parent"), fault: "unit_cycle", params: { name: unit.name } });
  plan.faults.push(...takenNames(table, wanted, after, comingNames));

  const nameOf = (id: string) => after.get(id)?.name ?? "";
  for (const { row, unit, wanted: one } of wanted.values()) {
    if (!unit) {
      plan.made.push({ row: row.number, name: one.name, changes: [], wanted: one });
      continue;
    }
    const said = unitCells({ ...unit, ...one, sortOrder: one.sortOrder ?? unit.sortOrder }, nameOf);
    const present = unitCells(unit, (id) => byId.get(id)?.name ?? "");
    // A unit below one that is renamed stays where it is.
    if (one.parentId === unit.parentId) said.parent = present.parent;
    const changes = changesOf(said, present);
    if (changes.length === 0) plan.unchanged += 1;
    else plan.changed.push({ row: row.number, name: unit.name, changes, unit, wanted: one });
  }
  return plan;
}

const newFields = createUnitSchema.pick({ name: true, shortName: true, kind: true, newCode: true });
const facts = editUnitSchema.pick({
  ...{ aliases: true, office: true, phone: true, address: true, email: true, hours: true, isPublic: true },
});

function readUnit(
  table: SheetTable,
  row: SheetRow,
  unit: SheetUnit | undefined,
  faults: Fault[],
): Omit<WantedUnit, "id"> | null {
  const before = faults.length;
  const said = row.cells;
  const basics = newFields.safeParse({
    name: said.name ?? "",
    shortName: said.shortName ?? unit?.shortName ?? "",
    kind: said.kind || unit?.kind,
    newCode: unit ? "" : (said.code ?? ""),
  });
  const more = facts.safeParse({
    aliases: said.aliases === undefined ? (unit?.aliases ?? []) : [...new Set(aliasesIn(said.aliases))],
    office: said.office ?? unit?.contactOffice ?? "",
    phone: said.phone ?? unit?.contactPhone ?? "",
    address: said.address ?? unit?.contactAddress ?? "",
    email: said.email ?? unit?.contactEmail ?? "",
    hours: said.hours ?? unit?.contactHours ?? "",
    isPublic: said.isPublic ? said.isPublic === "yes" : (unit?.contactIsPublic ?? false),
  });
  if (!basics.success) {
    const codes = fieldFaults(table, row, basics.error, { newCode: "code" });
    faults.push(...codes.map((each) => (isCodeFault(each) ? { cell: each.cell, fault: "code_format" as const } : each)));
  }
  if (!more.success) faults.push(...fieldFaults(table, row, more.error));
  const sortOrder = said.sortOrder ? readNumber(said.sortOrder) : (unit?.sortOrder ?? null);
  if (said.sortOrder && (sortOrder === null || sortOrder < 1 || sortOrder > 100_000))
    faults.push({ cell: cellOf(table, row, "sortOrder"), validation: "unit_order" });
  if (more.success && more.data.isPublic)
    for (const field of contactFields) {
      const refusal = publicTextRefusal(more.data[field], field);
      if (refusal) faults.push(refusedCell(table, row, refusal, "office"));
    }
  if (!basics.success || !more.success || faults.length > before) return null;
  const { name, shortName, kind, newCode } = basics.data;
  const { aliases, office, phone, address, email, hours, isPublic } = more.data;
  return {
    ...{ code: unit?.code ?? newCode, name, shortName: shortName || null, kind, sortOrder, aliases },
    ...{ parentId: unit?.parentId ?? null, contactOffice: office || null, contactPhone: phone || null },
    ...{ contactAddress: address || null, contactEmail: email || null, contactHours: hours || null },
    contactIsPublic: isPublic,
  };
}

const isCodeFault = (fault: Fault) =>
  "validation" in fault && ["not_found", "unit_code_taken", "invalid_union", "Invalid input"].includes(fault.validation);

/** Whether the way up from a unit comes back to it. */
function isAboveItself(unit: WantedUnit, all: ReadonlyMap<string, { parentId: string | null }>) {
  const way = new Set<string>();
  for (let at = unit.parentId; at !== null && !way.has(at); at = all.get(at)?.parentId ?? null) {
    if (at === unit.id) return true;
    way.add(at);
  }
  return false;
}

/** As `unit_name_taken`: no two open units have one name, or one short name, today or on a day to come. */
function takenNames(
  table: SheetTable,
  wanted: ReadonlyMap<string, { row: SheetRow; wanted: WantedUnit }>,
  after: ReadonlyMap<string, WantedUnit>,
  comingNames: Present["comingNames"],
): Fault[] {
  const bearers = (field: "name" | "shortName") => {
    const map = new Map<string, Set<string>>();
    for (const unit of [...after.values(), ...comingNames]) {
      const name = foldName(unit[field] ?? "");
      if (name) map.set(name, (map.get(name) ?? new Set()).add(unit.id));
    }
    return map;
  };
  const all = { name: bearers("name"), shortName: bearers("shortName") };
  return [...wanted.values()].flatMap(({ row, wanted: unit }) =>
    (["name", "shortName"] as const).flatMap((field) => {
      const name = unit[field];
      const isTaken = name && (all[field].get(foldName(name))?.size ?? 0) > 1;
      return isTaken
        ? [{ cell: cellOf(table, row, field), fault: "name_twice", params: { value: name } } as const]
        : [];
    }),
  );
}

