import type { ReadDocument, ReadPart } from "@/lib/domain/imports/blocks";
import type { Refusal } from "@/lib/domain/refusals";
import { canonical, type PartWarning } from "@/lib/imports/canonical";
import { officePolicy } from "@/lib/imports/office-policy";
import { refusalOf } from "@/lib/imports/too-long";
import { contentRefusal } from "@/lib/submissions/evidence/file-check";
import { columnName } from "./addresses";
import { readCells, type Sheet } from "./cells";
import { openParts } from "./parts";
import { partsOfRows, rowsOf } from "./rows";
import { readWorkbook } from "./workbook";

/**
 * The text of an Excel file (ISO/IEC 29500): each visible sheet a table, as it is shown; what is hidden is left out and
 * named. Refuses what is damaged, locked or holds macros, and what is too long.
 */
export async function readSheet(bytes: Uint8Array): Promise<ReadDocument | Refusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refusal = await contentRefusal("sheet.xlsx", buffer, officePolicy);
  if (refusal) return refusal;
  try {
    return await documentOf(buffer);
  } catch (error) {
    return refusalOf(error);
  }
}

async function documentOf(bytes: Buffer): Promise<ReadDocument> {
  const parts = await openParts(bytes, officePolicy.caps);
  const { sheets, ...workbook } = await readWorkbook(parts);
  const warnings: PartWarning[] = [];
  const tables: { name: string; parts: ReadPart[] }[] = [];
  for (const { name, part, isHidden } of sheets) {
    const sheet = await readCells(parts.pieces(part), workbook);
    if (sheet.rows.size === 0) continue;
    if (isHidden) {
      warnings.push({ code: "text_hidden", words: name });
      continue;
    }
    warnings.push(...warningsOf(sheet));
    const found = partsOfRows(rowsOf(sheet));
    if (found.length > 0) tables.push({ name, parts: found });
  }
  const isNamed = tables.length > 1;
  return canonical(
    tables.flatMap(({ name, parts: own }) => [
      ...(isNamed ? [{ kind: "paragraph" as const, text: name }] : []),
      ...own,
    ]),
    warnings,
  );
}

/** Hidden rows and columns that hold text, by their addresses, and formulas without a value. */
function warningsOf(sheet: Sheet): PartWarning[] {
  const hidden = (cell: string, words: string | undefined): PartWarning[] =>
    words === undefined ? [] : [{ code: "text_hidden", cell, words }];
  const rows = [...sheet.hiddenRows].flatMap((row) =>
    hidden(`${row}:${row}`, sheet.rows.get(row)?.values().next().value),
  );
  const columns = sheet.hiddenColumns.flatMap(({ from, to }) => {
    const [first, last] = [columnName(from), columnName(to)];
    return hidden(`${first}:${last}`, firstIn(sheet, { from, to }));
  });
  const formulas = sheet.uncalculated.map(
    ({ row, column }): PartWarning => ({
      code: "formula_without_value",
      cell: `${columnName(column)}${row}`,
    }),
  );
  return [...rows, ...columns, ...formulas.slice(0, 200)];
}

function firstIn({ rows }: Sheet, { from, to }: { from: number; to: number }): string | undefined {
  for (const cells of rows.values())
    for (const [column, text] of cells) if (column >= from && column <= to) return text;
  return undefined;
}
