import { isNull } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Settled } from "@/lib/domain/notifications/settling";
import { auditEvents } from "./audit";
import { users } from "./people";
import { sequence } from "./sequence";
import { tasks } from "./tasks";

/** One row for each event that others must hear of, in the event's own transaction. A job tells them afterwards. */
export const outbox = pgTable("outbox", {
  id: uuid().primaryKey().defaultRandom(),
  eventId: uuid()
    .notNull()
    .unique()
    .references(() => auditEvents.id),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  announcedAt: timestamp({ withTimezone: true }),
});

/** What one person was told in the app (消息). Mail groups those not mailed yet. */
export const notifications = pgTable(
  "notifications",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    taskId: uuid().references(() => tasks.id),
    outboxId: uuid().references(() => outbox.id),
    /** The key of its sentence under `notifications` in the message catalogs, and what the sentence needs. */
    sentence: text().notNull(),
    params: jsonb().$type<Record<string, string | number>>().notNull(),
    /** Whether mail tells it too, to whoever wants that (`users.unmailed`). */
    byMail: boolean().notNull().default(true),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    readAt: timestamp({ withTimezone: true }),
    /** Why what it asked for needs no more doing; it is read then, whoever did it. */
    settled: text().$type<Settled>(),
    mailId: uuid().references(() => mails.id),
  },
  (t) => [
    unique("notifications_once").on(t.outboxId, t.userId),
    index().on(t.userId, t.createdAt),
    // What is still asked about a task: few, however many were told.
    index("notifications_unread_of_task").on(t.taskId).where(isNull(t.readAt)),
  ],
);

/** The log of mail: one message groups what a person was told since the last. */
export const mails = pgTable(
  "mails",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    address: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    sentAt: timestamp({ withTimezone: true }),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (t) => [index().on(t.userId, t.createdAt)],
);

/** The log of reminders: one rule reminds one person of one obligation once on its day. */
export const reminders = pgTable(
  "reminders",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    obligation: text().notNull(),
    rule: text().notNull(),
    occurrence: integer().notNull(),
    notificationId: uuid().references(() => notifications.id, { onDelete: "set null" }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    unique("reminders_once").on(t.userId, t.taskId, t.obligation, t.rule, t.occurrence),
    index().on(t.userId, t.createdAt),
  ],
);

/** The office's own words for one kind of message in each language; null where the standard ones stand. */
export const notificationTexts = pgTable("notification_texts", {
  name: text().primaryKey(),
  zh: text(),
  en: text(),
  version: integer().notNull().default(0),
});
