import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { DeadlineBasis } from "@/lib/domain/calendar/deadlines";
import type { ReportingCycle, Stop } from "@/lib/domain/calendar/periods";
import type { OwnerBasis, ReportSent, TaskStatus } from "@/lib/domain/tasks/tasks";
import { plans } from "./plans";
import { sequence } from "./sequence";
import { tasks } from "./tasks";

/**
 * What can change of a task and is public, as it was from `at` on, by the app's clock. Triggers write a row at the
 * commit of every change, so that any past day can be shown as it stood; nobody else may write here. The last is the one
 * with the highest `sequence`.
 */
export const taskVersions = pgTable(
  "task_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    at: timestamp({ withTimezone: true }).notNull(),
    /** The event of the change, one version for each; null where an earlier release kept none. */
    eventId: uuid(),
    /** What was approved to make the change, if anything was. */
    submissionId: uuid(),
    status: text().$type<TaskStatus>().notNull(),
    leadDepartmentId: uuid(),
    cooperatingIds: uuid().array().notNull(),
    ownerBasis: text().$type<OwnerBasis>(),
    receivedAt: timestamp({ withTimezone: true }),
    completedOn: date(),
    completionSentOn: date(),
    reportSent: jsonb().$type<ReportSent>(),
    extensionAskedOn: date(),
    suspendedOn: date(),
    stops: jsonb().$type<Stop[]>().notNull(),
    closedOn: date(),
    struckOffOn: date(),
    isDemo: boolean().notNull(),
    deadlineBasis: text().$type<DeadlineBasis>(),
    dueOn: date(),
    baselineDueOn: date(),
    cycle: text().$type<ReportingCycle>().notNull(),
    reportDay: integer(),
    /** It differs from the one before in what everybody is told of (`changesBetween`). A trigger writes it. */
    isTold: boolean().notNull().default(false),
  },
  (t) => [
    unique("task_versions_once").on(t.taskId, t.eventId),
    index().on(t.taskId, t.sequence),
    index("task_versions_told").on(t.sequence, t.at).where(sql`${t.isTold}`),
  ],
);

/** The thresholds of a plan's lights as they were from `at` on. Written as `task_versions` is. */
export const planVersions = pgTable(
  "plan_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    at: timestamp({ withTimezone: true }).notNull(),
    eventId: uuid(),
    dueSoonDays: integer().notNull(),
    behindPoints: integer().notNull(),
    farBehindPoints: integer().notNull(),
    staleDays: integer().notNull(),
  },
  (t) => [unique("plan_versions_once").on(t.planId, t.eventId), index().on(t.planId, t.sequence)],
);
