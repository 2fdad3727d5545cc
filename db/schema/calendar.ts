import { boolean, date, integer, pgTable, text } from "drizzle-orm/pg-core";

/** Days that differ from Monday to Friday: State Council holidays and 调休 workdays, year by year. */
export const calendarExceptions = pgTable("calendar_exceptions", {
  day: date().primaryKey(),
  working: boolean().notNull(),
  name: text().notNull(),
  /** The year whose notice says so: that of a year may begin in the last days of the year before (元旦). */
  noticeYear: integer().notNull(),
});

/** Years whose notice has been announced. Any other year is counted by weekdays only, and said to be provisional. */
export const calendarYears = pgTable("calendar_years", {
  year: integer().primaryKey(),
  source: text().notNull(),
  version: integer().notNull().default(0),
});
