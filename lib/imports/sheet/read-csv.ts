import Papa from "papaparse";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { evidenceLimits, tooLarge } from "@/lib/domain/submissions/evidence";
import { canonical, type PartWarning } from "@/lib/imports/canonical";
import { decode } from "@/lib/imports/text/decode";
import { refusalOf } from "@/lib/imports/too-long";
import { formulaLike } from "@/lib/sheets/read-file";
import { columnName } from "./addresses";
import { sheetMost, tooManyRows } from "./cells";
import { partsOfRows } from "./rows";

/**
 * The table of a CSV file (RFC 4180) in UTF-8, UTF-16 or GB18030, its cells parted by commas, semicolons or tabs. Refuses
 * what is no text and what is too long; a row whose quotes do not close is named.
 */
export async function readCsv(bytes: Uint8Array): Promise<ReadDocument | Refusal> {
  if (bytes.length > evidenceLimits.fileBytes) return tooLarge();
  const decoded = decode(bytes);
  if (!decoded || decoded.text.trim() === "") return refuse("file_damaged");
  const { data, errors } = Papa.parse<string[]>(decoded.text.replace(/^\ufeff/, ""), {
    delimitersToGuess: [",", ";", "\t"],
    preview: sheetMost.rows + 1,
  });
  const cells = data.reduce((sum, row) => sum + row.length, 0);
  if (data.length > sheetMost.rows || cells > sheetMost.cells) return refusalOf(tooManyRows());
  const rows = data
    .map((row, i) =>
      row.map((text, column) => ({
        text: shown(text),
        column,
        address: `${columnName(column + 1)}${i + 1}`,
      })),
    )
    .filter((row) => row.some(({ text }) => text !== ""));
  const broken = errors.find(({ type }) => type === "Quotes");
  const warnings: PartWarning[] = [
    ...(decoded.isGuessed ? [{ code: "encoding_guessed" as const }] : []),
    ...(broken ? [{ code: "table_unclear" as const, cell: `A${(broken.row ?? 0) + 1}` }] : []),
  ];
  return canonical(partsOfRows(rows), warnings);
}

/** A cell without the apostrophe that keeps spreadsheets from taking it for a formula. */
function shown(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text;
}
