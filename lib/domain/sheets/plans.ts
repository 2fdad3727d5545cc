import type { z } from "zod";
import type { Cells, SheetKind } from "./sheets";
import { cellOf, type Fault, type SheetRow, type SheetTable } from "./tables";

/** A cell that an import would write over. */
export type CellChange = { column: string; before: string; after: string };
/** What a row would do: make something, or change it. */
export type SheetLine = { row: number; name: string; changes: CellChange[] };

/** What a file would do, row by row; with a fault it does nothing. */
export type SheetPlan<Made = object, Changed = object> = {
  made: (SheetLine & Made)[];
  changed: (SheetLine & Changed)[];
  /** Names of what the file leaves out and would remove. */
  removed: string[];
  unchanged: number;
  faults: Fault[];
};

export const emptyPlan = <Made, Changed>(): SheetPlan<Made, Changed> => ({
  made: [],
  changed: [],
  removed: [],
  unchanged: 0,
  faults: [],
});

/** The cells of a row that say something else than what there is. A column that the file lacks says nothing. */
export function changesOf(said: Cells, present: Cells): CellChange[] {
  return Object.entries(said).flatMap(([column, after = ""]) => {
    const before = present[column] ?? "";
    return after === before ? [] : [{ column, before, after }];
  });
}

/** Finds rows that say a second time what a row before them said under `column`. */
export function repeated(
  table: SheetTable,
  column: string,
  keyOf: (row: SheetRow) => string | null,
): Fault[] {
  const seen = new Map<string, number>();
  return table.rows.flatMap((row) => {
    const key = keyOf(row);
    if (key === null || key === "") return [];
    const first = seen.get(key);
    seen.set(key, first ?? row.number);
    const value = row.cells[column] ?? "";
    return first === undefined
      ? []
      : [{ cell: cellOf(table, row, column), fault: "row_twice", params: { value, row: first } }];
  });
}

/** What a field's own schema does not take, as faults of its cell. */
export function fieldFaults(
  table: SheetTable,
  row: SheetRow,
  error: z.ZodError,
  columnOf: Record<string, string> = {},
): Fault[] {
  return error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? "");
    return { cell: cellOf(table, row, columnOf[field] ?? field), validation: message };
  });
}

/** Whether a file changes nothing. */
export function isIdle({ made, changed, removed, faults }: SheetPlan): boolean {
  return made.length + changed.length + removed.length + faults.length === 0;
}

/** What somebody agrees to when they import: the file, and each thing that it would do to what there is. */
export function agreedTo(kind: SheetKind, sha256: string, { made, changed, removed }: SheetPlan) {
  const line = ({ row, name, changes }: SheetLine) => ({ row, name, changes });
  return { kind, sha256, made: made.map(line), changed: changed.map(line), removed };
}
