import { stringify } from "csv-stringify/sync";
import messages from "@/messages/zh-CN.json";

const heads = messages.csv.columns;

/** What a column holds for each row, by its key under `csv.columns` in the message catalog. */
export type Columns<Row> = { [Name in keyof typeof heads]?: (row: Row) => string | number | null };

/**
 * Rows as a CSV file that Excel and WPS open in Chinese, whatever the language of the page: with a byte order mark, with
 * what would be read as a formula made harmless, and numbers as numbers. What goes on a file has no head.
 */
export function writeCsv<Row>(
  columns: Columns<Row>,
  rows: readonly Row[],
  { headed = true } = {},
): string {
  const names = Object.keys(columns) as (keyof Columns<Row>)[];
  const lines = rows.map((row) => names.map((name) => columns[name]?.(row)));
  const head = headed ? [names.map((name) => heads[name])] : [];
  return stringify([...head, ...lines], {
    bom: headed,
    escape_formulas: true,
  });
}
