import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, timestamp } from "drizzle-orm/pg-core";

/** One row: whether this database holds the demo, and by how many days its clock is shifted. */
export const installation = pgTable(
  "installation",
  {
    id: integer().primaryKey().default(1),
    isDemo: boolean().notNull(),
    clockShiftDays: integer().notNull().default(0),
    /** How many days the demo's clock was last moved on by, and how many of those are still to be lived through. */
    daysAsked: integer().notNull().default(0),
    daysAhead: integer().notNull().default(0),
    seededAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    check("installation_one_row", sql`${t.id} = 1`),
    check("installation_real_clock", sql`${t.isDemo} or ${t.clockShiftDays} = 0`),
    check("installation_days_ahead", sql`${t.daysAhead} between 0 and ${t.daysAsked}`),
    check("installation_real_days", sql`${t.isDemo} or ${t.daysAsked} = 0`),
  ],
);
