import type { ReadCell, ReadPart } from "@/lib/domain/imports/blocks";

type Cell = { parts: ReadPart[]; column: number; span: number; isMerged: boolean; isGone: boolean };
type Row = { cells: Cell[]; column: number; isDeleted: boolean };

/** The tables that are open, the innermost last: cells take their columns from the spans of those before them. */
export function tableStack() {
  const tables: { rows: Row[]; page?: number }[] = [];
  const row = () => tables.at(-1)?.rows.at(-1);
  const cell = () => row()?.cells.at(-1);
  return {
    open(page: number) {
      if (tables.length >= 50) throw new Error("Tables in tables in tables");
      tables.push({ rows: [], page });
    },
    openRow: () => void tables.at(-1)?.rows.push({ cells: [], column: 0, isDeleted: false }),
    skipColumns(count: number) {
      const open = row();
      if (open) open.column += bounded(count);
    },
    deleteRow() {
      const open = row();
      if (open) open.isDeleted = true;
    },
    openCell(): ReadPart[] {
      const open = row();
      const parts: ReadPart[] = [];
      open?.cells.push({ parts, column: open.column, span: 1, isMerged: false, isGone: false });
      return parts;
    },
    span(count: number) {
      const open = cell();
      if (open) open.span = bounded(count);
    },
    mergeDown() {
      const open = cell();
      if (open) open.isMerged = true;
    },
    /** Merged with the cell on its left. */
    mergeAcross() {
      const open = cell();
      if (open) open.isGone = true;
    },
    closeCell() {
      const open = row();
      if (open) open.column += cell()?.span ?? 0;
    },
    isRowDeleted: () => row()?.isDeleted ?? false,
    /** What the innermost table comes to: itself, or what a frame of a single cell holds. */
    close(): ReadPart[] {
      const { rows = [], page } = tables.pop() ?? {};
      const kept = rows
        .filter(({ isDeleted, cells }) => !isDeleted && cells.length > 0)
        .map(({ cells }) => cells.filter(({ isGone }) => !isGone));
      const [only] = kept.flat();
      if (kept.flat().length <= 1) return only?.parts ?? [];
      return [{ kind: "table", rows: kept.map((each) => each.map(readCell)), page }];
    },
  };
}

const bounded = (count: number) => Math.min(Math.max(count, 0), 1000);

function readCell({ parts, column, isMerged }: Cell): ReadCell {
  return isMerged ? { text: "", column, isMerged } : { text: textOf(parts), column };
}

/** The lines of a cell; a table in it as lines of words. */
export function textOf(parts: readonly ReadPart[]): string {
  return parts
    .map((part) =>
      part.kind === "paragraph"
        ? part.text
        : part.rows.map((row) => row.map(({ text }) => text).join(" ")).join("\n"),
    )
    .join("\n");
}
