import {
  and,
  desc,
  eq,
  getTableColumns,
  inArray,
  ne,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { contributedPeriods, publishedPeriods } from "@/db/queries/tasks/reported-periods";
import { plans } from "@/db/schema/plans";
import { publishedReports } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { reportToWrite } from "@/lib/domain/calendar/periods";
import { type Actor, isUnitRole } from "@/lib/domain/people/roles";
import type { ReportingTask, ReportToWrite } from "@/lib/domain/submissions/reports";
import { closedStatuses } from "@/lib/domain/tasks/tasks";
import { presentEvidence } from "./evidence";

type Task = Pick<typeof tasks.$inferSelect, "id" | "planId" | "receivedAt" | "reportingCycle">;

const { progress, problems, nextSteps } = getTableColumns(publishedReports);
const lastTexts = { progress, problems, nextSteps };

/** What the rules of a report need to know of its task. A task not yet received starts today; no draft has no evidence. */
export async function reportingTask(
  reader: Reader,
  task: Task,
  submissionId: string | null,
  now: Date,
): Promise<ReportingTask> {
  const [children] = await reader
    .select({ all: countIn(), open: countOpen() })
    .from(tasks)
    .where(childrenOf(task.id));
  const [plan] = await reader
    .select({ evidenceRequired: plans.evidenceRequired })
    .from(plans)
    .where(eq(plans.id, task.planId));
  const [published] = await reader
    .select({ ...lastTexts, percent: publishedReports.percent, noNews: publishedReports.noNews })
    .from(publishedReports)
    .where(eq(publishedReports.taskId, task.id))
    .orderBy(desc(publishedReports.sequence))
    .limit(1);
  const evidence = submissionId === null ? [] : await presentEvidence(reader, submissionId);
  return {
    hasChildren: (children?.all ?? 0) > 0,
    hasOpenChildren: (children?.open ?? 0) > 0,
    cycle: task.reportingCycle,
    startedOn: dayIn(task.receivedAt ?? now),
    lastPercent: published?.percent ?? null,
    lastSaid: published && !published.noNews ? published : null,
    evidenceRequired: plan?.evidenceRequired ?? false,
    evidenceCount: evidence.length,
  };
}

/** How many sub-tasks are neither 办结 nor 撤销 nor 免予办理: while there are any, the task itself cannot close. */
export async function openChildrenOf(reader: Reader, taskId: string): Promise<number> {
  const [children] = await reader
    .select({ open: countOpen() })
    .from(tasks)
    .where(childrenOf(taskId));
  return children?.open ?? 0;
}

function childrenOf(taskId: string) {
  return and(eq(tasks.parentId, taskId), ne(tasks.kind, "principle"));
}

const countOpen = () => countWhere(notInArray(tasks.status, [...closedStatuses]));
/** What was called off is no part of the whole any more, as lib/domain/tasks/rollup.ts has it. */
const countIn = () => countWhere(notInArray(tasks.status, ["cancelled", "exempted"]));

function countWhere(condition: SQL) {
  return sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
}

/**
 * The reports that a person's unit is asked for on `today`, on these tasks: of those that it leads (进展) and those it cooperates
 * in (配合情况), each for the earliest period not reported on. A constant number of queries.
 */
export async function reportsToWrite(
  actor: Actor,
  today: Day,
  taskIds: readonly string[],
): Promise<ReportToWrite[]> {
  if (!isUnitRole(actor)) return [];
  const wanted = and(reportsNow, inArray(tasks.id, [...taskIds]));
  const [calendar, led, helped] = await Promise.all([
    loadCalendar(database()),
    ledTasks(actor.departmentId, wanted),
    helpedTasks(actor.departmentId, wanted),
  ]);
  return [...led, ...helped].flatMap(({ code, kind, receivedAt, ...duty }) => {
    const startedOn = receivedAt && dayIn(receivedAt);
    const report = reportToWrite({ ...duty, startedOn, today, calendar });
    return report ? { ...report, kind, taskCode: code } : [];
  });
}

const duty = {
  code: tasks.code,
  cycle: tasks.reportingCycle,
  reportDay: tasks.reportDay,
  receivedAt: tasks.receivedAt,
  stops: tasks.stops,
};
/** A task is reported on while it is under way, where it has a cycle. */
export const reportsNow = and(eq(tasks.status, "active"), ne(tasks.reportingCycle, "none"));

function ledTasks(departmentId: string, wanted?: SQL) {
  return database()
    .select({
      ...duty,
      kind: sql<"progress">`'progress'`,
      reported: publishedPeriods,
    })
    .from(tasks)
    .where(and(wanted, eq(tasks.leadDepartmentId, departmentId)));
}

function helpedTasks(departmentId: string, wanted?: SQL) {
  return database()
    .select({
      ...duty,
      kind: sql<"contribution">`'contribution'`,
      reported: contributedPeriods(departmentId),
    })
    .from(tasks)
    .innerJoin(taskCooperators, eq(taskCooperators.taskId, tasks.id))
    .where(and(wanted, eq(taskCooperators.departmentId, departmentId)));
}
