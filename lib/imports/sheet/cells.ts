import { TooLong } from "@/lib/imports/too-long";
import { readXml } from "@/lib/imports/word/xml";
import { placeOf, type Range, rangeOf, sheetEdge } from "./addresses";
import { shownNumber } from "./number-format";
import { unescaped, type Workbook, wordsReader } from "./workbook";

/** What a sheet shows. Rows and columns count from 1; a cell without text is left out. */
export type Sheet = {
  rows: Map<number, Map<number, string>>;
  merged: Range[];
  hiddenRows: Set<number>;
  hiddenColumns: { from: number; to: number }[];
  /** Formulas whose value the file does not have. */
  uncalculated: { row: number; column: number }[];
};

export const sheetMost = {
  rows: 20_000,
  cells: 200_000,
  signs: 10_000_000,
  merged: 20_000,
} as const;

/** More rows, cells or text than are read. */
export const tooManyRows = () => new TooLong("rows", sheetMost.rows);

type OpenCell = {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  isFormula: boolean;
};

/** Reads the cells of a sheet in pieces as they come. Throws on what is no sheet, and `TooLong`. */
export async function readCells(
  pieces: AsyncIterable<Buffer>,
  workbook: Omit<Workbook, "sheets">,
): Promise<Sheet> {
  const sheet: Sheet = {
    rows: new Map(),
    merged: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    uncalculated: [],
  };
  const left: { cells: number; signs: number } = { ...sheetMost };
  const words = wordsReader();
  let row = 0;
  let column = 0;
  let cell: OpenCell | undefined;
  let isValue = false;
  const keep = ({ row: y, column: x, ...found }: OpenCell) => {
    const text = shownText(found, workbook, words.take());
    if (found.isFormula && text === null && found.type !== "str")
      sheet.uncalculated.push({ row: y, column: x });
    if (text === null || text.trim() === "") return;
    left.cells--;
    left.signs -= text.length;
    if (left.cells < 0 || left.signs < 0) throw tooManyRows();
    const cells = sheet.rows.get(y) ?? new Map<number, string>();
    if (cells.size === 0 && sheet.rows.size >= sheetMost.rows) throw tooManyRows();
    sheet.rows.set(y, cells.set(x, text));
  };
  await readXml(pieces, {
    open: ({ name, of }) => {
      words.open(name);
      if (name === "col" && (isTrue(of("hidden")) || Number(of("width") ?? 1) === 0))
        sheet.hiddenColumns.push({ from: Number(of("min")), to: Number(of("max")) });
      if (name === "row") {
        row = Math.min(Number(of("r") ?? row + 1) || row + 1, sheetEdge.row);
        column = 0;
        if (isTrue(of("hidden"))) sheet.hiddenRows.add(row);
      }
      if (name === "c") {
        const place = placeOf(of("r") ?? "") ?? { row, column: column + 1 };
        if (place.column > sheetEdge.column) throw tooManyRows();
        column = place.column;
        const [type, style] = [of("t") ?? "n", Number(of("s") ?? 0)];
        cell = { ...place, type, style, value: "", isFormula: false };
      }
      if (name === "f" && cell) cell.isFormula = true;
      isValue = name === "v";
      if (name === "mergeCell") {
        const range = rangeOf(of("ref") ?? "");
        if (range) sheet.merged.push(range);
        if (sheet.merged.length > sheetMost.merged) throw tooManyRows();
      }
    },
    text: (piece) => {
      words.text(piece);
      if (cell && isValue) cell.value += piece;
    },
    close: (name) => {
      words.close(name);
      if (name === "v") isValue = false;
      if (name !== "c" || !cell) return;
      keep(cell);
      cell = undefined;
    },
  });
  return sheet;
}

const isTrue = (value: string | undefined) => /^(?:1|true|on)$/i.test(value ?? "");

/** The text that a cell shows; null where it has no value. */
function shownText(
  { type, style, value }: Pick<OpenCell, "type" | "style" | "value">,
  { shared, formats, is1904 }: Omit<Workbook, "sheets">,
  inline: string,
): string | null {
  if (type === "inlineStr") return inline;
  if (value.trim() === "") return null;
  if (type === "s") return shared[Number(value)] ?? null;
  if (type === "str") return unescaped(value);
  if (type === "b") return value.trim() === "0" ? "FALSE" : "TRUE";
  if (type === "e") return value;
  const format = formats[style] ?? "General";
  if (type === "d") return dayOf(value, format, is1904);
  const number = Number(value);
  return Number.isFinite(number) ? shownNumber(number, format, is1904) : value;
}

/** A day kept as ISO 8601, which strict files do. */
function dayOf(value: string, format: string, is1904: boolean): string {
  const time = Date.parse(/T/.test(value) ? `${value.replace(/Z?$/, "Z")}` : `${value}T00:00:00Z`);
  if (Number.isNaN(time)) return value;
  const serial = (time - Date.UTC(1899, 11, 30)) / 86_400_000 - (is1904 ? 1462 : 0);
  return shownNumber(serial, /[ymdhs]/i.test(format) ? format : "yyyy/m/d", is1904);
}
