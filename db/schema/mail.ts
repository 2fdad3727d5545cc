import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { MailSecurity, MailTrialOutcome } from "@/lib/domain/mail";
import { users } from "./people";

/** One row at most: the mail server as it was set on the screen. Whatever the environment says goes before it. */
export const mailSettings = pgTable(
  "mail_settings",
  {
    id: integer().primaryKey().default(1),
    host: text().notNull(),
    port: integer().notNull(),
    security: text().$type<MailSecurity>().notNull(),
    username: text(),
    /** Sealed for the worker (db/seal.ts): the site can write it and not read it. */
    sealedPassword: text(),
    sender: text().notNull(),
    version: integer().notNull().default(0),
  },
  (t) => [check("mail_settings_one_row", sql`${t.id} = 1`)],
);

/** The last test mail of each administrator, and what the mail server answered. */
export const mailTrials = pgTable("mail_trials", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  address: text().notNull(),
  askedAt: timestamp({ withTimezone: true }).notNull(),
  answeredAt: timestamp({ withTimezone: true }),
  outcome: text().$type<MailTrialOutcome>(),
  /** The server's own words, cut short. */
  reply: text(),
});
