import { daySchema } from "@/lib/domain/calendar/days";
import { secrecyIn } from "@/lib/domain/public-text";
import type { Refusal, RefusalCode } from "@/lib/domain/refusals";
import {
  type Cells,
  dayColumns,
  neededColumns,
  type SheetKind,
  sheetColumns,
  sheetLimits,
} from "./sheets";

/**
 * A file as rows of texts, the headings first; a day is YYYY-MM-DD. Cells that are merged, formulas that nobody has
 * calculated, and the row from which quotation marks do not close.
 */
export type Grid = {
  rows: string[][];
  merged?: string[];
  uncalculated?: string[];
  broken?: string;
};

/** The headings of all columns, and for each column with a choice its words by their code. */
export type SheetWords = {
  headings: Record<string, string>;
  choices: Record<string, Record<string, string>>;
};

/** Each has its sentence under `work.sheets.faults` and what to do under `work.sheets.remedies`. */
export const faultCodes = [
  "formula_failed",
  "merged",
  "quotes_open",
  "no_rows",
  "rows_too_many",
  "column_missing",
  "column_twice",
  "column_unknown",
  "cell_required",
  "cell_too_long",
  "choice_unknown",
  "day_unreadable",
  "number_unreadable",
  "row_twice",
  "name_twice",
  "code_format",
  "unit_unnamed",
  "unit_ambiguous",
  "unit_collective",
  "unit_cycle",
  "person_moved",
  "role_changed",
  "person_left",
  "task_unknown",
  "task_title",
  "task_taken_back",
  "report_day_unused",
  "depth_wrong",
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** What is wrong, in which cell (C7): a fault of the sheet, a refusal of a rule, or what a field does not take. */
export type Fault = {
  cell: string;
  params?: Record<string, string | number>;
} & ({ fault: FaultCode } | { refusal: RefusalCode } | { validation: string });

export type SheetRow = { number: number; cells: Cells };
export type SheetTable = {
  kind: SheetKind;
  /** The letter of each column that the file has. */
  letters: Partial<Record<string, string>>;
  rows: SheetRow[];
};

/** The letter of a column, the first being 0: A, Z, AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : "") + String.fromCharCode(65 + (index % 26));
}

/** The address of a row's cell; of its first one where the file lacks the column. */
export function cellOf({ letters }: Pick<SheetTable, "letters">, row: SheetRow, column: string) {
  return `${letters[column] ?? Object.values(letters)[0] ?? "A"}${row.number}`;
}

/** A rule's refusal as the fault of a cell: of the column that its field is, or of `other`. */
export function refusedCell(
  table: SheetTable,
  row: SheetRow,
  refusal: Refusal,
  other: string,
): Fault {
  const { code, field = other, params } = refusal;
  const column = fieldColumns[field] ?? field;
  const isColumn = (sheetColumns[table.kind] as readonly string[]).includes(column);
  const cell = cellOf(table, row, isColumn ? column : other);
  return { cell, refusal: code, ...(params && { params }) };
}

/** What rules call otherwise than the columns do. */
const fieldColumns: Record<string, string> = {
  leadId: "lead",
  cooperatingIds: "cooperating",
  unitId: "unit",
  newCode: "code",
};

const folded = (text: string) => text.normalize("NFKC").replace(/\s/gu, "");

/**
 * Reads a grid as a sheet of this kind: columns by their headings in any order, blank rows left out, choices as their codes
 * and days as days. Everything that cannot be read is a fault; rows are there only where the headings are.
 */
export function readTable(
  grid: Grid,
  kind: SheetKind,
  words: SheetWords,
): { table: SheetTable; faults: Fault[] } {
  const { letters, columns, faults } = readHeadings(grid.rows[0] ?? [], kind, words);
  const table: SheetTable = { kind, letters, rows: [] };
  if (grid.broken) faults.push({ cell: grid.broken, fault: "quotes_open" });
  for (const cell of grid.merged ?? []) faults.push({ cell, fault: "merged" });
  for (const cell of grid.uncalculated ?? [])
    faults.push({ cell, fault: "formula_failed", params: { value: "" } });
  const body = grid.rows.slice(1);
  const last = body.findLastIndex((row) => row.some((text) => text.trim() !== ""));
  if (last >= sheetLimits.rows)
    faults.push({
      cell: `A${sheetLimits.rows + 2}`,
      fault: "rows_too_many",
      params: { max: sheetLimits.rows },
    });
  if (last < 0) faults.push({ cell: "A2", fault: "no_rows" });
  if (faults.length > 0) return { table, faults };
  for (const [i, texts] of body.slice(0, last + 1).entries()) {
    if (texts.every((text) => text.trim() === "")) continue;
    const row: SheetRow = { number: i + 2, cells: {} };
    for (const [at, column] of columns)
      readCell(table, row, column, texts[at] ?? "", words, faults);
    const secrecy = secrecyIn(row.cells);
    if (secrecy) faults.push(refusedCell(table, row, secrecy, columns[0]?.[1] ?? "code"));
    table.rows.push(row);
  }
  return { table, faults };
}

function readHeadings(texts: readonly string[], kind: SheetKind, words: SheetWords) {
  const faults: Fault[] = [];
  const letters: SheetTable["letters"] = {};
  const columns: [at: number, column: string][] = [];
  const known = new Map(
    sheetColumns[kind].map((column) => [folded(words.headings[column] ?? ""), column]),
  );
  for (const [at, text] of texts.slice(0, sheetLimits.columns).entries()) {
    if (text.trim() === "") continue;
    const cell = `${columnLetter(at)}1`;
    const column = known.get(folded(text));
    const params = { heading: text.trim().slice(0, 40) };
    if (column === undefined) faults.push({ cell, fault: "column_unknown", params });
    else if (letters[column]) faults.push({ cell, fault: "column_twice", params });
    else {
      letters[column] = columnLetter(at);
      columns.push([at, column]);
    }
  }
  const end = texts.findLastIndex((text) => text.trim() !== "") + 1;
  const missing = neededColumns[kind].filter((column) => letters[column] === undefined);
  for (const [i, column] of missing.entries()) {
    const params = { heading: words.headings[column] ?? column };
    faults.push({ cell: `${columnLetter(end + i)}1`, fault: "column_missing", params });
  }
  return { letters, columns, faults };
}

function readCell(
  table: SheetTable,
  row: SheetRow,
  column: string,
  raw: string,
  { choices, headings }: SheetWords,
  faults: Fault[],
) {
  const text = raw.replace(/\r\n?/g, "\n").trim();
  const cell = cellOf(table, row, column);
  const say = (fault: FaultCode, params: Fault["params"] = {}) =>
    void faults.push({
      cell,
      fault,
      params: { value: text.slice(0, 40), heading: headings[column] ?? "", ...params },
    });
  if (text.length > sheetLimits.cell) return say("cell_too_long");
  if (/^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|SPILL|CALC)[!?]?$/.test(text))
    return say("formula_failed");
  const words = choices[column];
  if (words && text !== "") {
    const chosen = Object.entries(words).find(
      ([code, word]) => folded(word) === folded(text) || booleans[text.toLowerCase()] === code,
    );
    if (!chosen) return say("choice_unknown", { words: Object.values(words).join("、") });
    row.cells[column] = chosen[0];
    return;
  }
  if (dayColumns.includes(column) && text !== "") {
    const day = readDay(text);
    if (day === null) return say("day_unreadable");
    row.cells[column] = day;
    return;
  }
  row.cells[column] = text;
}

/** What a box of Excel says for yes and no. */
const booleans: Record<string, string> = { true: "yes", false: "no" };

/** A day as people write it: 2024-05-31, 2024/5/31, 2024.5.31, 2024-5-31 in Chinese, 20240531; null for anything else. */
export function readDay(text: string): string | null {
  const found =
    /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/.exec(
      text.normalize("NFKC").replace(/\s/gu, ""),
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year = "", month = "", day = ""] = found ?? [];
  const read = daySchema.safeParse(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return read.success ? read.data : null;
}

/** A whole number as it is typed, or null. */
export function readNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text.normalize("NFKC").trim()) ? Number(text.normalize("NFKC")) : null;
}
