import { and, desc, eq, ne, notInArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { plans } from "@/db/schema/plans";
import { publishedReports } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import type { ReportingTask } from "@/lib/domain/submissions/reports";
import { closedStatuses } from "@/lib/domain/tasks/tasks";
import { presentEvidence } from "./evidence";

type Task = Pick<typeof tasks.$inferSelect, "id" | "planId" | "receivedAt" | "reportingCycle">;

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
    .select({ percent: publishedReports.percent })
    .from(publishedReports)
    .where(eq(publishedReports.taskId, task.id))
    .orderBy(desc(publishedReports.publishedAt))
    .limit(1);
  const evidence = submissionId === null ? [] : await presentEvidence(reader, submissionId);
  return {
    hasChildren: (children?.all ?? 0) > 0,
    hasOpenChildren: (children?.open ?? 0) > 0,
    cycle: task.reportingCycle,
    startedOn: dayIn(task.receivedAt ?? now),
    lastPercent: published?.percent ?? null,
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
