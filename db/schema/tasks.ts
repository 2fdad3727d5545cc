import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { type DueMoveCause, deadlineBases, deadlineKinds } from "@/lib/domain/calendar/deadlines";
import { reportingCycles, type Stop } from "@/lib/domain/calendar/periods";
import { ownerBases, type ReportSent, taskKinds, taskStatuses } from "@/lib/domain/tasks/tasks";
import { documents } from "./documents";
import { departments, users } from "./people";
import { plans } from "./plans";
import { sequence } from "./sequence";

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
    /** What English pages call it, a translation; the Chinese title is what holds. */
    titleEn: text(),
    quote: text().notNull(),
    quoteStart: integer().notNull(),
    quoteEnd: integer().notNull(),
    reference: text(),
    note: text(),
    sortOrder: integer().notNull(),
    /** The 立项 that made it, which makes it public; null for what was there before that. A part has its parent's. */
    registrationId: uuid(),
    /** The unit that split this task off its parent (任务分解); null for what the document itself lists. */
    splitById: uuid().references(() => departments.id),
    /** What the task covers, where a unit or an approved adjustment has said so; the quote stays as it is. */
    scope: text(),

    status: taskStatusEnum().notNull().default("unassigned"),
    ownerVerbatim: text(),
    ownerBasis: ownerBasisEnum(),
    leadDepartmentId: uuid().references(() => departments.id),
    assignedAt: timestamp({ withTimezone: true }),
    receivedAt: timestamp({ withTimezone: true }),
    receivedById: uuid().references(() => users.id),
    /** 承办人 and 分管领导, as the lead unit names them. They count while they are its people: lib/domain/tasks/handlers.ts. */
    handlerId: uuid().references(() => users.id),
    headInChargeId: uuid().references(() => users.id),
    completedOn: date(),
    /** When its completion was sent: later than it was done where the reviewer confirmed that. */
    completionSentOn: date(),
    /** The report in review, of the lead unit. A trigger on submissions writes it. */
    reportSent: jsonb().$type<ReportSent>(),
    /** When the extension that is in review was first sent. A trigger on submissions writes it. */
    extensionAskedOn: date(),
    /** 挂起: the clock stands still since then. */
    suspendedOn: date(),
    /** When the clock stood still before, oldest first. */
    stops: jsonb().$type<Stop[]>().notNull().default([]),
    /** 撤销立项 or 免予办理. */
    closedOn: date(),
    /** 销号, after somebody verified the completion. */
    struckOffOn: date(),
    struckOffById: uuid().references(() => users.id),
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
    reportDay: integer(),
    version: integer().notNull().default(0),
  },
  (t) => [
    index().on(t.planId, t.sortOrder),
    index().on(t.parentId),
    index().on(t.documentId),
    // With the task itself at the end: what a unit leads is counted and asked for without looking at the tasks.
    index().on(t.leadDepartmentId, t.status, t.dueOn, t.code, t.id),
    index().on(t.handlerId),
    index().on(t.headInChargeId),
    // How a unit's tasks are reported on.
    index("tasks_reported")
      .on(t.leadDepartmentId, t.reportingCycle, t.reportDay, t.receivedAt, t.id)
      .where(sql`${t.status} = 'active' and ${t.reportingCycle} <> 'none'`),
    // The lists of what waits begin with what is nearest, and read no more than they show.
    index("tasks_to_assign").on(t.dueOn, t.code).where(sql`${t.status} = 'unassigned'`),
    index("tasks_to_receive").on(t.assignedAt, t.code).where(sql`${t.status} = 'assigned'`),
    index("tasks_to_receive_of")
      .on(t.leadDepartmentId, t.assignedAt, t.code)
      .where(sql`${t.status} = 'assigned'`),
    // What the board of assignments counts.
    index("tasks_lacking")
      .on(t.planId, t.leadDepartmentId)
      .where(
        sql`${t.kind} <> 'principle' and ${t.status} in ('unassigned', 'assigned') and (${t.leadDepartmentId} is null
          or (${t.dueOn} is null and ${t.deadlineKind} <> 'ongoing') or ${t.ownerBasis} = 'proposed')`,
      ),
    index("tasks_to_verify")
      .on(t.completedOn, t.code)
      .where(sql`${t.status} = 'completed' and ${t.struckOffOn} is null`),
    index("tasks_moving")
      .on(t.dueOn, t.code)
      .where(sql`${t.completedOn} is null and ${t.closedOn} is null and ${t.suspendedOn} is null`),
    check("tasks_place", sql`0 <= ${t.quoteStart} and ${t.quoteStart} < ${t.quoteEnd}`),
    check("tasks_assigned", sql`(${t.status} = 'unassigned') = (${t.assignedAt} is null)`),
    check("tasks_lead", sql`${t.status} = 'unassigned' or ${t.leadDepartmentId} is not null`),
    check(
      "tasks_received",
      sql`case when ${t.status} in ('active', 'suspended', 'completed') then ${t.receivedAt} is not null
        when ${t.status} in ('unassigned', 'assigned') then ${t.receivedAt} is null else true end`,
    ),
    check("tasks_suspended", sql`(${t.status} = 'suspended') = (${t.suspendedOn} is not null)`),
    check(
      "tasks_closed",
      sql`(${t.status} in ('cancelled', 'exempted')) = (${t.closedOn} is not null)`,
    ),
    check("tasks_struck_off", sql`${t.struckOffOn} is null or ${t.status} = 'completed'`),
    check("tasks_report_day", sql`${t.reportDay} between 1 and 28`),
    check(
      "tasks_completion_sent",
      sql`${t.completionSentOn} is null or ${t.completedOn} <= ${t.completionSentOn}`,
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
    /** Whether the task can ask anything of them (`taskStatusesWithObligations`). Triggers write it. */
    isOpen: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.departmentId] }),
    index().on(t.departmentId, t.taskId),
    index("task_cooperators_open").on(t.departmentId, t.taskId).where(sql`${t.isOpen}`),
  ],
);

/** Every move of a due day, with who, why and how far; the baseline stays on the task. */
export const dueMoves = pgTable(
  "due_moves",
  {
    id: uuid().primaryKey().defaultRandom(),
    sequence: sequence(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    cause: text().$type<DueMoveCause>().notNull(),
    fromDueOn: date().notNull(),
    toDueOn: date().notNull(),
    reason: text().notNull(),
    /** The unit that asked for it. */
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    submissionId: uuid(),
    movedById: uuid()
      .notNull()
      .references(() => users.id),
    movedAt: timestamp({ withTimezone: true }).notNull(),
    isDemo: boolean().notNull(),
  },
  (t) => [index().on(t.taskId, t.movedAt)],
);
