import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What has been spent of the budgets of lib/domain/budgets.ts, in the shape that rate-limiter-flexible keeps. */
export const spentPoints = pgTable("spent_points", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ withTimezone: true }),
});
