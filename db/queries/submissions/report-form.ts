import { and, desc, eq, type SQL } from "drizzle-orm";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { lastDecision } from "@/db/queries/last-decision";
import { contributedPeriods, publishedPeriods } from "@/db/queries/tasks/reported-periods";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import {
  isReported,
  openPeriods,
  type Period,
  reportDueOn,
  reportToWrite,
} from "@/lib/domain/calendar/periods";
import type { Actor } from "@/lib/domain/people/roles";
import type { ReportContent } from "@/lib/domain/submissions/contents";
import { reportingTask } from "./reporting-task";
import { lastPublished } from "./submission-detail";
import { submissionForm } from "./submission-form";

/**
 * Everything a report form needs: the open draft, the last report to go on from (the last published one, or for a
 * cooperating unit its own last approved one), the periods on offer with their due days, and the period that is due.
 * Only the refusal and the draft when the form may not be used; null when the task is missing.
 */
export async function reportForm(
  actor: Actor,
  code: string,
  kind: "progress" | "contribution",
  now: Date,
) {
  const form = await submissionForm(actor, code, kind);
  if (!form) return null;
  const { task, open, refusal } = form;
  if (refusal) return { refusal, open };
  const reader = database();
  const isOwnPart = kind === "contribution";
  const reporting = await reportingTask(reader, task, open?.id ?? null, now);
  const last = isOwnPart
    ? await lastContribution(task.id, actor.departmentId)
    : await lastPublished(task.id);
  const reported = await reportedPeriods(
    task.id,
    isOwnPart ? contributedPeriods(actor.departmentId) : publishedPeriods,
  );
  const calendar = await loadCalendar(reader);
  const { cycle, startedOn } = reporting;
  const reportDay = cycle === "monthly" ? task.reportDay : null;
  const today = dayIn(now);
  const periods = openPeriods(cycle, startedOn, today).map((period) => {
    const dueOn = cycle === "none" ? null : reportDueOn(period, calendar, { reportDay });
    const isLate = dueOn !== null && dueOn < today;
    return { ...period, dueOn, isLate, isReported: isReported(period, reported) };
  });
  const { stops } = task;
  const duty = { cycle, reportDay, startedOn, reported, stops, today, calendar };
  const due = reportToWrite(duty);
  return { refusal: null, reporting, last, periods, dueStart: due?.period.start ?? null, open };
}

async function reportedPeriods(taskId: string, periods: SQL<Period[]>): Promise<Period[]> {
  const [task] = await database().select({ periods }).from(tasks).where(eq(tasks.id, taskId));
  return task?.periods ?? [];
}

async function lastContribution(taskId: string, departmentId: string) {
  const [approved] = await database()
    .select({ content: submissions.content })
    .from(submissions)
    .where(
      and(
        eq(submissions.taskId, taskId),
        eq(submissions.departmentId, departmentId),
        eq(submissions.kind, "contribution"),
        eq(submissions.status, "approved"),
      ),
    )
    .orderBy(desc(lastDecision))
    .limit(1);
  return (approved?.content as ReportContent | undefined) ?? null;
}
