import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, timestamp } from "drizzle-orm/pg-core";

/** One row: whether this database holds the demo, and by how many days its clock is shifted. */
export const installation = pgTable(
  "installation",
  {
    id: integer().primaryKey().default(1),
    isDemo: boolean().notNull(),
    clockShiftDays: integer().notNull().default(0),
    seededAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    check("installation_one_row", sql`${t.id} = 1`),
    check("installation_real_clock", sql`${t.isDemo} or ${t.clockShiftDays} = 0`),
  ],
);
