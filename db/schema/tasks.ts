import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { deadlineBases, deadlineKinds } from "@/lib/domain/deadlines";
import { reportingCycles } from "@/lib/domain/periods";
import { ownerBases, taskKinds, taskStatuses } from "@/lib/domain/tasks";
import { documents } from "./documents";
import { departments, users } from "./people";
import { plans } from "./plans";

export const taskKindEnum = pgEnum("task_kind", taskKinds);
export const taskStatusEnum = pgEnum("task_status", taskStatuses);
export const ownerBasisEnum = pgEnum("owner_basis", ownerBases);
export const deadlineKindEnum = pgEnum("deadline_kind", deadlineKinds);
export const deadlineBasisEnum = pgEnum("deadline_basis", deadlineBases);
export const reportingCycleEnum = pgEnum("reporting_cycle", reportingCycles);

export const tasks = pgTable(
  "tasks",
  {
    id: uuid().primaryKey().defaultRandom(),
    code: text().notNull().unique(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    parentId: uuid().references((): AnyPgColumn => tasks.id),
    kind: taskKindEnum().notNull(),
    title: text().notNull(),
    quote: text().notNull(),
    quoteStart: integer().notNull(),
    quoteEnd: integer().notNull(),
    reference: text(),
    note: text(),
    sortOrder: integer().notNull(),

    status: taskStatusEnum().notNull().default("unassigned"),
    ownerVerbatim: text(),
    ownerBasis: ownerBasisEnum(),
    leadDepartmentId: uuid().references(() => departments.id),
    assignedAt: timestamp({ withTimezone: true }),
    receivedAt: timestamp({ withTimezone: true }),
    receivedById: uuid().references(() => users.id),
    completedOn: date(),
    /** Set in motion by a demo account: shown as 演示数据 wherever it is read. */
    isDemo: boolean().notNull().default(false),

    deadlineVerbatim: text(),
    deadlineKind: deadlineKindEnum().notNull(),
    deadlineNote: text(),
    deadlineBasis: deadlineBasisEnum(),
    windowStart: date(),
    dueOn: date(),
    /** The first date ever set; later moves never touch it. */
    baselineDueOn: date(),
    reportingCycle: reportingCycleEnum().notNull().default("none"),
    version: integer().notNull().default(0),
  },
  (t) => [
    index().on(t.planId, t.sortOrder),
    index().on(t.parentId),
    index().on(t.documentId),
    index().on(t.leadDepartmentId, t.status),
    check("tasks_place", sql`0 <= ${t.quoteStart} and ${t.quoteStart} < ${t.quoteEnd}`),
    check("tasks_assigned", sql`(${t.status} = 'unassigned') = (${t.assignedAt} is null)`),
    check("tasks_lead", sql`${t.status} = 'unassigned' or ${t.leadDepartmentId} is not null`),
    check(
      "tasks_received",
      sql`(${t.status} in ('active', 'completed')) = (${t.receivedAt} is not null)`,
    ),
    check("tasks_completed", sql`(${t.status} = 'completed') = (${t.completedOn} is not null)`),
    check("tasks_deadline_basis", sql`(${t.dueOn} is null) or (${t.deadlineBasis} is not null)`),
    check("tasks_baseline", sql`(${t.dueOn} is null) or (${t.baselineDueOn} is not null)`),
    check("tasks_principle", sql`${t.kind} <> 'principle' or ${t.status} = 'unassigned'`),
  ],
);

export const taskCooperators = pgTable(
  "task_cooperators",
  {
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    sortOrder: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.departmentId] }), index().on(t.departmentId)],
);
