import { getTableColumns, type Table } from "drizzle-orm";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";

/** The protocol numbers the values of one statement with 16 bits. */
const valuesPerStatement = 65_535;

/** Inserts as many rows as there are, in as few statements as it takes. */
export async function bulkInsert<Into extends PgTable>(
  tx: Transaction,
  table: Into,
  rows: PgInsertValue<Into>[],
): Promise<void> {
  const columns = Object.keys(getTableColumns(table as Table)).length;
  const rowsPerStatement = Math.floor(valuesPerStatement / columns);
  for (let done = 0; done < rows.length; done += rowsPerStatement)
    await tx.insert(table).values(rows.slice(done, done + rowsPerStatement));
}
