import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { defaultTimeLimits } from "@/lib/domain/calendar/time-limits";
import { defaultReminderPolicy, type ReminderPolicy } from "@/lib/domain/chasing/reminder-policy";
import { defaultReviewSteps, type ReviewStep } from "@/lib/domain/submissions/submission-kinds";
import { defaultLightThresholds } from "@/lib/domain/tasks/lights";
import { documents } from "./documents";

/** A plan (方案) sets its own review steps, time limits, reminders and the thresholds of its lights. */
export const plans = pgTable(
  "plans",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    title: text().notNull(),
    /** What English pages call it, a translation. */
    titleEn: text(),
    shortTitle: text().notNull(),
    summary: text().notNull(),
    reviewSteps: jsonb().$type<ReviewStep[]>().notNull().default(defaultReviewSteps),
    dueSoonDays: integer().notNull().default(defaultLightThresholds.dueSoonDays),
    behindPoints: integer().notNull().default(defaultLightThresholds.behindPoints),
    farBehindPoints: integer().notNull().default(defaultLightThresholds.farBehindPoints),
    staleDays: integer().notNull().default(45),
    receiptWorkdays: integer().notNull().default(defaultTimeLimits.receiptWorkdays),
    objectionWorkdays: integer().notNull().default(defaultTimeLimits.objectionWorkdays),
    /** Whether a completion must come with evidence (佐证材料). */
    evidenceRequired: boolean().notNull().default(false),
    /** Whether approved content waits for the release check (公开审查). */
    releaseCheck: boolean().notNull().default(false),
    /** Working days to answer what a citizen writes in. */
    answerWorkdays: integer().notNull().default(defaultTimeLimits.answerWorkdays),
    reminders: jsonb().$type<ReminderPolicy>().notNull().default(defaultReminderPolicy),
    sortOrder: integer().notNull(),
    /** Nothing of a plan is public before; what is, stays so. */
    publishedAt: timestamp({ withTimezone: true }),
    /** All its tasks are closed: none is opened again. */
    endedAt: timestamp({ withTimezone: true }),
    /** 归档: off the home page, under its address still. */
    archivedAt: timestamp({ withTimezone: true }),
    version: integer().notNull().default(0),
  },
  (t) => [
    index().on(t.publishedAt),
    index().on(t.sortOrder),
    // Which plans a unit countersigns.
    index().using("gin", t.reviewSteps.op("jsonb_path_ops")),
  ],
);

/** One row, once the office has set it: the reminders that a plan begins with which is made from then on. */
export const planDefaults = pgTable(
  "plan_defaults",
  {
    id: integer().primaryKey().default(1),
    reminders: jsonb().$type<ReminderPolicy>().notNull(),
    version: integer().notNull().default(0),
  },
  (t) => [check("plan_defaults_one_row", sql`${t.id} = 1`)],
);
