import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Addressee, InstructionOutcome } from "@/lib/domain/instructions";
import { chases } from "./chasing";
import { users } from "./people";
import { plans } from "./plans";
import { sequence } from "./sequence";
import { tasks } from "./tasks";

/**
 * What leaders wrote (批示), about a task, a plan or neither. Never changed and never public: read by leaders, the office
 * and auditors, and by the unit it is sent to where its leader lets it.
 */
export const instructions = pgTable(
  "instructions",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    taskId: uuid().references(() => tasks.id),
    planId: uuid().references(() => plans.id),
    addressee: text().$type<Addressee>().notNull(),
    text: text().notNull(),
    sharesWords: boolean().notNull(),
    dueOn: date(),
    writtenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index().on(t.authorId, t.sequence),
    index().on(t.taskId),
    check("instructions_one_subject", sql`${t.taskId} is null or ${t.planId} is null`),
    check("instructions_unit_of_task", sql`${t.addressee} = 'office' or ${t.taskId} is not null`),
  ],
);

/** What became of one, once: the 催办 that it was turned into, the task that carries it out, or that it was noted. */
export const instructionHandlings = pgTable(
  "instruction_handlings",
  {
    instructionId: uuid()
      .primaryKey()
      .references(() => instructions.id),
    outcome: text().$type<InstructionOutcome>().notNull(),
    chaseId: uuid()
      .unique()
      .references(() => chases.id),
    taskId: uuid().references(() => tasks.id),
    /** A 催办 has its own. */
    words: text(),
    handledById: uuid()
      .notNull()
      .references(() => users.id),
    handledAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index().on(t.taskId),
    check(
      "instruction_handlings_chase",
      sql`(${t.outcome} = 'chase') = (${t.chaseId} is not null)`,
    ),
    check("instruction_handlings_task", sql`(${t.outcome} = 'task') = (${t.taskId} is not null)`),
    check("instruction_handlings_words", sql`(${t.outcome} = 'chase') = (${t.words} is null)`),
  ],
);

/** Up to which moment a leader has looked at what changed, as they said. How often they look is kept nowhere. */
export const lookMarks = pgTable("look_marks", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id),
  until: timestamp({ withTimezone: true }).notNull(),
});
