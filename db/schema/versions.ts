import {
  boolean,
  date,
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
import type { OwnerBasis, TaskStatus } from "@/lib/domain/tasks/tasks";
import { plans } from "./plans";
import { tasks } from "./tasks";

/**
 * What can change of a task and is public, as it was from `at` on, by the app's clock. Triggers write a row at the
 * commit of every change, so that any past day can be shown as it stood; nobody else may write here.
 */
export const taskVersions = pgTable(
  "task_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    at: timestamp({ withTimezone: true }).notNull(),
    status: text().$type<TaskStatus>().notNull(),
    leadDepartmentId: uuid(),
    cooperatingIds: uuid().array().notNull(),
    ownerBasis: text().$type<OwnerBasis>(),
    receivedAt: timestamp({ withTimezone: true }),
    completedOn: date(),
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
  },
  (t) => [unique("task_versions_once").on(t.taskId, t.at)],
);

/** The thresholds of a plan's lights as they were from `at` on. Written as `task_versions` is. */
export const planVersions = pgTable(
  "plan_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    at: timestamp({ withTimezone: true }).notNull(),
    dueSoonDays: integer().notNull(),
    behindPoints: integer().notNull(),
    farBehindPoints: integer().notNull(),
    staleDays: integer().notNull(),
  },
  (t) => [unique("plan_versions_once").on(t.planId, t.at)],
);
