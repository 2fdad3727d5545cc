import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { EscalationLevel } from "@/lib/domain/chasing/reminder-policy";
import { users } from "./people";
import { sequence } from "./sequence";
import { tasks } from "./tasks";

const task = () =>
  uuid()
    .notNull()
    .references(() => tasks.id);

/** 催办 by hand: a supervisor's message, and the unit's answer. */
export const chases = pgTable(
  "chases",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    taskId: task(),
    message: text().notNull(),
    sentById: uuid()
      .notNull()
      .references(() => users.id),
    sentAt: timestamp({ withTimezone: true }).notNull(),
    answer: text(),
    answeredById: uuid().references(() => users.id),
    answeredAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.taskId, t.sentAt),
    index("chases_open").on(t.taskId).where(sql`${t.answeredAt} is null`),
    check("chases_answered", sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
);

/** A level of the escalation that a late obligation has come to (提级督办). `obligation` names it: what, and the day it fell due. */
export const escalations = pgTable(
  "escalations",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    taskId: task(),
    obligation: text().notNull(),
    level: text().$type<EscalationLevel>().notNull(),
    raisedAt: timestamp({ withTimezone: true }).notNull(),
    acknowledgedById: uuid().references(() => users.id),
    acknowledgedAt: timestamp({ withTimezone: true }),
    note: text(),
  },
  (t) => [
    unique("escalations_once").on(t.taskId, t.obligation, t.level),
    check("escalations_acknowledged", sql`(${t.acknowledgedAt} is null) = (${t.note} is null)`),
    // What waits for somebody to take note of it: few of all that there ever were.
    index().on(t.level).where(sql`${t.acknowledgedAt} is null`),
  ],
);

/** 黄色、红色督办单: issued when a task's light turns, lifted when it turns back. */
export const lightNotices = pgTable(
  "light_notices",
  {
    id: uuid().primaryKey().defaultRandom(),
    taskId: task(),
    light: text().$type<"yellow" | "red">().notNull(),
    reason: text().notNull(),
    issuedOn: date().notNull(),
    liftedOn: date(),
  },
  (t) => [uniqueIndex("light_notices_one_open").on(t.taskId).where(sql`${t.liftedOn} is null`)],
);
