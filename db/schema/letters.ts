import { date, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { LetterKind } from "@/lib/domain/letters/letters";
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
