import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";

/** The protocol numbers the values of one statement with 16 bits: so many rows of our widest tables always fit. */
const rowsPerStatement = 3000;

/** Inserts as many rows as there are, in as few statements as it takes. */
export async function bulkInsert<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: PgInsertValue<Table>[],
): Promise<void> {
  for (let done = 0; done < rows.length; done += rowsPerStatement)
    await tx.insert(table).values(rows.slice(done, done + rowsPerStatement));
}
