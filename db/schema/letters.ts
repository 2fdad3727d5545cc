import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { ErasureCause, LetterKind } from "@/lib/domain/letters/letters";
import { users } from "./people";
import { tasks } from "./tasks";

/**
 * What a citizen wrote in about a task (意见建议、我要纠错). Private: only whoever holds the receipt number, the unit that
 * answers and those who review the answer read it. The answer is a submission of its own kind.
 */
export const letters = pgTable(
  "letters",
  {
    id: uuid().primaryKey().defaultRandom(),
    receipt: text().notNull().unique(),
    kind: text().$type<LetterKind>().notNull(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    body: text().notNull(),
    locale: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull(),
    /** The last day to answer, by the working days that the plan sets. */
    dueOn: date().notNull(),
  },
  (t) => [index().on(t.taskId, t.sentAt)],
);

/** Where to tell that a letter is answered, if its writer wants to know. Forgotten once that is told. */
export const letterAddresses = pgTable("letter_addresses", {
  letterId: uuid()
    .primaryKey()
    .references(() => letters.id),
  email: text().notNull(),
});

/**
 * That words were erased, when, by whom and why; a row of this erases them, in a trigger, wherever they are kept. On
 * request the letter's and its answers' words go, after the time of keeping the letter's own.
 */
export const letterErasures = pgTable(
  "letter_erasures",
  {
    letterId: uuid()
      .notNull()
      .references(() => letters.id),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    cause: text().$type<ErasureCause>().notNull(),
    reason: text(),
    /** Null where nobody did it but the clock. */
    erasedById: uuid().references(() => users.id),
    erasedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.letterId, t.cause] }),
    check(
      "letter_erasures_reason",
      sql`(${t.cause} = 'request') = (${t.reason} is not null and ${t.erasedById} is not null)`,
    ),
  ],
);
