import iconv from "iconv-lite";
import Papa from "papaparse";
import { type CellValue, readSheet } from "read-excel-file/node";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { sheetLimits } from "@/lib/domain/sheets/sheets";
import type { Grid } from "@/lib/domain/sheets/tables";
import { contentRefusal } from "@/lib/submissions/evidence/file-check";
import { openPackage, packageCaps, unpacked } from "@/lib/submissions/evidence/open-xml-package";

/** A sheet's XML is read whole: 10,000 rows of the widest have some 20 MB. */
const caps = { ...packageCaps, unpackedBytes: 64 * 1024 * 1024 };

/**
 * The rows of the first sheet of an Excel file (.xlsx) or of a CSV file in UTF-8, UTF-16 or GB18030. Refuses what is neither,
 * is locked, damaged, a zip bomb, holds macros or fetches from elsewhere; a formula counts as the value that it shows.
 */
export async function readSheetFile(name: string, bytes: Buffer): Promise<Grid | Refusal> {
  if (bytes.length > sheetLimits.bytes)
    return refuse("file_too_large", { params: { megabytes: sheetLimits.bytes / 1024 / 1024 } });
  if (bytes.length === 0) return refuse("file_damaged");
  if (/\.xlsx$/i.test(name)) return readExcel(bytes);
  if (/\.(csv|txt)$/i.test(name)) return readCsv(bytes);
  return refuse("sheet_kind");
}

async function readExcel(bytes: Buffer): Promise<Grid | Refusal> {
  const refusal = await contentRefusal("sheet.xlsx", bytes);
  if (refusal) return refusal.params?.found === "kind" ? refuse("sheet_kind") : refusal;
  try {
    const found = await lookInto(bytes);
    const rows = await readSheet(bytes);
    return { rows: rows.map((row) => row.map(textOf)), ...found };
  } catch {
    return refuse("file_damaged");
  }
}

function textOf(value: CellValue | null): string {
  if (value === null) return "";
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith("T00:00:00.000Z")
      ? text.slice(0, 10)
      : text.slice(0, 19).replace("T", " ");
  }
  return String(value);
}

/** What the reader of values does not tell: cells that are merged, and formulas that nobody has calculated. */
async function lookInto(bytes: Buffer): Promise<Pick<Grid, "merged" | "uncalculated">> {
  const { zip, entries } = await openPackage(bytes, caps);
  const sheet = entries.find(({ fileName }) => fileName === "xl/worksheets/sheet1.xml");
  if (!sheet) return {};
  const pieces: Buffer[] = [];
  for await (const piece of unpacked(zip, sheet)) pieces.push(piece);
  const xml = Buffer.concat(pieces).toString();
  const firsts = (pattern: RegExp) =>
    [...xml.matchAll(pattern)].slice(0, 50).map(([, cell = ""]) => cell);
  return {
    merged: firsts(/<mergeCell [^>]*?ref="([A-Z]+\d+):/g),
    uncalculated: firsts(
      /<c r="([A-Z]+\d+)"[^>]*>\s*<f[^>]*>[^<]*<\/f>\s*(?:<v\s*\/>|<v><\/v>)?\s*<\/c>/g,
    ),
  };
}

/** What a spreadsheet would take for a formula; `escapeFormula` in write-file.ts puts an apostrophe before it. */
export const formulaLike = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function readCsv(bytes: Buffer): Grid | Refusal {
  const text = decode(bytes);
  if (text === null) return refuse("sheet_kind");
  const { data, errors } = Papa.parse<string[]>(text, { preview: sheetLimits.rows + 3 });
  const broken = errors.find(({ type }) => type === "Quotes");
  const rows = data.map((row) =>
    row.map((cell) => (cell.startsWith("'") && formulaLike.test(cell) ? cell.slice(1) : cell)),
  );
  return { rows, ...(broken && { broken: `A${(broken.row ?? 0) + 1}` }) };
}

/** UTF-8 or UTF-16 where the bytes are that, else GB18030, which Excel in Chinese writes; null for what is no text. */
function decode(bytes: Buffer): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isUtf16 && bytes.includes(0)) return null;
  try {
    return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = isUtf16 ? "\ufffd" : iconv.decode(bytes, "gb18030");
    return text.includes("\ufffd") ? null : text;
  }
}
