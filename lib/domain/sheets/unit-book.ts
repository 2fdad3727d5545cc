import type { DepartmentKind } from "@/lib/domain/people/departments";
import { unitNames } from "@/lib/domain/registrations/drafts";
import { plainWords } from "@/lib/domain/texts";
import { cellOf, type Fault, type SheetRow, type SheetTable } from "./tables";

/** A unit as people name it in a sheet. */
export type BookedUnit = {
  id: string;
  name: string;
  shortName: string | null;
  aliases: readonly string[];
  kind: DepartmentKind;
};

/** Finds units by what they are called: the full name before the short one, that before an alias. */
export class UnitBook<Unit extends BookedUnit = BookedUnit> {
  readonly #names = new Map<string, Unit[]>();
  readonly #shortNames = new Map<string, Unit[]>();
  readonly #aliases = new Map<string, Unit[]>();
  readonly #ids = new Map<string, Unit>();

  constructor(units: Iterable<Unit>) {
    for (const unit of units) {
      this.#ids.set(unit.id, unit);
      add(this.#names, unit.name, unit);
      if (unit.shortName) add(this.#shortNames, unit.shortName, unit);
      for (const alias of unit.aliases) add(this.#aliases, alias, unit);
    }
  }

  /** Those that only stand for many. */
  collectives(): string[] {
    return [...this.#ids.values()].filter(({ kind }) => kind === "collective").map(({ id }) => id);
  }

  byId(id: string): Unit | undefined {
    return this.#ids.get(id);
  }

  /** The unit with this full name. */
  named(name: string): Unit | undefined {
    return this.#names.get(plainWords(name))?.[0];
  }

  /** Everything that is called so, in the first of the three ways that anything is. */
  called(name: string): Unit[] {
    const key = plainWords(name);
    const found = this.#names.get(key) ?? this.#shortNames.get(key) ?? this.#aliases.get(key);
    return [...new Set(found ?? [])];
  }

  /** The one unit that a cell names, or what is wrong with it. */
  find(table: SheetTable, row: SheetRow, column: string, name: string): Unit | Fault {
    const found = this.called(name);
    const [only] = found;
    if (only && found.length === 1) return only;
    const cell = cellOf(table, row, column);
    if (!only) return { cell, fault: "unit_unnamed", params: { name } };
    const names = found.map((unit) => unit.name).join("、");
    return { cell, fault: "unit_ambiguous", params: { name, names } };
  }
}

function add<Unit>(map: Map<string, Unit[]>, name: string, unit: Unit) {
  const key = plainWords(name);
  const found = map.get(key);
  if (found) found.push(unit);
  else map.set(key, [unit]);
}

export const isFault = (found: object): found is Fault => "cell" in found;

/** The units that a row names as lead and as cooperating, the cells as full names; what is wrong goes into `faults`. */
export function unitsOfRow(table: SheetTable, row: SheetRow, book: UnitBook, faults: Fault[]) {
  const find = (column: string) => {
    const said = row.cells[column];
    if (said === undefined) return undefined;
    return unitNames(said).flatMap((name) => {
      const found = book.find(table, row, column, name);
      if (!isFault(found)) return [found];
      faults.push(found);
      return [];
    });
  };
  const leads = find("lead");
  const cooperating = find("cooperating");
  if (leads && leads.length > 1)
    faults.push({ cell: cellOf(table, row, "lead"), refusal: "lead_several" });
  return {
    lead: leads && (leads[0] ?? null),
    cooperating: cooperating && [...new Set(cooperating)],
  };
}

/** Names one after the other, as a cell has them. */
export const joinNames = (names: readonly string[]) => names.join("、");
