import { index, integer, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { FollowedKind } from "@/lib/domain/subscriptions";

/** Who follows a task, a plan or a unit by mail. Confirmed by a mail of its own; the address is deleted when it ends. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull(),
    kind: text().$type<FollowedKind>().notNull(),
    /** A task's or a unit's code, or a plan's slug. */
    target: text().notNull(),
    locale: text().notNull(),
    /** Proves that a mail of ours was read: confirms, and ends. */
    token: text().notNull().unique(),
    askedAt: timestamp({ withTimezone: true }).notNull(),
    confirmedAt: timestamp({ withTimezone: true }),
    /** What happened until then has been told. */
    notifiedUntil: timestamp({ withTimezone: true }),
  },
  (t) => [unique("subscriptions_once").on(t.email, t.kind, t.target), index().on(t.kind, t.target)],
);

/** Mail to people without an account: confirmations, news of what they follow, answers. Bodies go when it is sent. */
export const citizenMails = pgTable("citizen_mails", {
  id: uuid().primaryKey().defaultRandom(),
  address: text().notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  /** The one-click way out (RFC 8058), where the mail comes of a subscription. */
  unsubscribeUrl: text(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  attempts: integer().notNull().default(0),
  lastError: text(),
});
