import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import type { Cells, SheetFormat, SheetKind } from "@/lib/domain/sheets/sheets";
import { sheetColumns } from "@/lib/domain/sheets/sheets";
import { formulaLike } from "./read-file";
import { sheetWords } from "./words";

/** Cells as a file that comes back the same: under the headings of its kind, everything as text. */
export async function writeSheetFile(
  kind: SheetKind,
  rows: readonly Cells[],
  format: SheetFormat,
): Promise<Buffer> {
  const { headings, choices, sheet } = sheetWords(kind);
  const columns: readonly string[] = sheetColumns[kind];
  const texts = rows.map((cells) =>
    columns.map((column) => {
      const value = cells[column] ?? "";
      return choices[column]?.[value] ?? value;
    }),
  );
  const heads = columns.map((column) => headings[column] ?? column);
  return format === "csv" ? csvOf([heads, ...texts]) : excelOf(heads, texts, sheet);
}

async function excelOf(heads: string[], texts: string[][], sheet: string): Promise<Buffer> {
  const cell = (value: string) => (value === "" ? null : { value, type: String });
  const head = heads.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const widths = heads.map((_, at) => {
    const longest = Math.max(
      4,
      ...[...texts.slice(0, 200), heads].map((row) => row[at]?.length ?? 0),
    );
    return { width: Math.min(60, longest * 2) };
  });
  const data = [head, ...texts.map((row) => row.map(cell))];
  return writeExcelFile(data, { columns: widths, stickyRowsCount: 1, sheet }).toBuffer();
}

/** What begins with apostrophes before a formula gets one more, too, so that reading takes the right one away. */
function csvOf(rows: string[][]): Buffer {
  const escaped = rows.map((row) =>
    row.map((text) => (text.startsWith("'") && formulaLike.test(text) ? `'${text}` : text)),
  );
  return Buffer.from(stringify(escaped, { bom: true, escape_formulas: true }));
}
