import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { FollowUpDecision } from "@/lib/domain/letters/follow-ups";
import type { ErasureCause, LetterKind } from "@/lib/domain/letters/letters";
import { users } from "./people";
import { sequence } from "./sequence";
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

/**
 * That the writer of an answered letter is not satisfied (对答复不满意), once, under the same receipt. As private as the
 * letter; the director of the office answers.
 */
export const letterFollowUps = pgTable("letter_follow_ups", {
  letterId: uuid()
    .primaryKey()
    .references(() => letters.id),
  taskId: uuid()
    .notNull()
    .references(() => tasks.id),
  body: text().notNull(),
  sentAt: timestamp({ withTimezone: true }).notNull(),
  /** The last day to answer, by the working days that the plan sets. */
  dueOn: date().notNull(),
});

/** What the director answers, for the writer alone; written again when the check sends it back. */
export const followUpAnswers = pgTable(
  "follow_up_answers",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    letterId: uuid()
      .notNull()
      .references(() => letterFollowUps.letterId),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    body: text().notNull(),
    writtenById: uuid()
      .notNull()
      .references(() => users.id),
    writtenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.letterId, t.sequence)],
);

/** That somebody else has read such an answer and gave it out, or sent it back with a reason. */
export const followUpChecks = pgTable(
  "follow_up_checks",
  {
    answerId: uuid()
      .primaryKey()
      .references(() => followUpAnswers.id),
    letterId: uuid()
      .notNull()
      .references(() => letterFollowUps.letterId),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    decision: text().$type<FollowUpDecision>().notNull(),
    reason: text(),
    checkedById: uuid()
      .notNull()
      .references(() => users.id),
    checkedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    uniqueIndex("follow_up_checks_one_answer")
      .on(t.letterId)
      .where(sql`${t.decision} = 'give_out'`),
    check("follow_up_checks_reason", sql`(${t.decision} = 'return') = (${t.reason} is not null)`),
  ],
);
