import { sql } from "drizzle-orm";
import { bigint } from "drizzle-orm/pg-core";

/**
 * The place of a row in the one order of all that is recorded, over every table that has one. The database gives it as the
 * row comes, so "the last" never hangs on a clock that can be set back; whatever is written here is overridden.
 */
export const sequence = () =>
  bigint({ mode: "number" }).notNull().default(sql`nextval('record_sequence')`).unique();
