import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** The gaps (待完善) that were told while they last, so that each is told once. What is mended goes, and is told anew if it comes again. */
export const gapNotices = pgTable("gap_notices", {
  key: text().primaryKey(),
  foundAt: timestamp({ withTimezone: true }).notNull(),
  /** Those that tell of it. */
  notificationIds: uuid().array().notNull(),
});
