import { plainWords } from "@/lib/domain/texts";
import { changesOf, emptyPlan, repeated, type SheetPlan } from "./plans";
import { cellOf, type Fault, type SheetRow, type SheetTable } from "./tables";
import { isFault, UnitBook } from "./unit-book";
import { readUnit, type SheetUnit, unitCells, type WantedUnit } from "./unit-rows";

type Change = { unit: SheetUnit; wanted: WantedUnit };
export type UnitsPlan = SheetPlan<{ wanted: WantedUnit }, Change>;

type Present = {
  units: readonly SheetUnit[];
  /** Names that a rename has set for a day to come, by the unit that will bear them. */
  comingNames: readonly { id: string; name: string; shortName: string | null }[];
};

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
  plan.faults.push(...repeated(table, "name", ({ cells }) => plainWords(cells.name ?? "")));

  const wanted = new Map<
    string,
    { row: SheetRow; unit: SheetUnit | undefined; wanted: WantedUnit }
  >();
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
    else if (read)
      plan.faults.push({
        cell: cellOf(table, row, "name"),
        fault: "row_twice",
        params: { value: name, row: wanted.get(id)?.row.number ?? 0 },
      });
  }

  // What everything will be called: a parent may stand in the file, below or above, or only in the office.
  const after = new Map<string, WantedUnit>([
    ...byId,
    ...[...wanted].map(([id, each]) => [id, each.wanted] as const),
  ]);
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
      plan.faults.push({
        cell: cellOf(table, row, "parent"),
        fault: "unit_cycle",
        params: { name: unit.name },
      });
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
      const name = plainWords(unit[field] ?? "");
      if (name) map.set(name, (map.get(name) ?? new Set()).add(unit.id));
    }
    return map;
  };
  const all = { name: bearers("name"), shortName: bearers("shortName") };
  return [...wanted.values()].flatMap(({ row, wanted: unit }) =>
    (["name", "shortName"] as const).flatMap((field) => {
      const name = unit[field];
      const isTaken = name && (all[field].get(plainWords(name))?.size ?? 0) > 1;
      return isTaken
        ? [
            {
              cell: cellOf(table, row, field),
              fault: "name_twice",
              params: { value: name },
            } as const,
          ]
        : [];
    }),
  );
}
