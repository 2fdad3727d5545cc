import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { lastDecidedAt } from "@/db/queries/last-decision";
import { awaitsAnswer } from "@/db/queries/letters/letters";
import { awaitsRelease, verifierId } from "@/db/queries/releases";
import { stateColumns, toState } from "@/db/queries/submissions/submission-state";
import { receivableSince } from "@/db/queries/tasks/receivable-since";
import { publishedPeriods } from "@/db/queries/tasks/reported-periods";
import { letters } from "@/db/schema/letters";
import { plans } from "@/db/schema/plans";
import { reviewDecisions, submissions } from "@/db/schema/submissions";
import { dueMoves, tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { reportsAsked } from "@/lib/domain/calendar/periods";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import {
  type Obligation,
  obligationsOf,
  type WaitingDecision,
  type WaitingRelease,
} from "@/lib/domain/chasing/obligations";
import { groupBy } from "@/lib/domain/group-by";
import { hasObligations } from "./reminder-facts";

/**
 * What stands open on every task on a day in Asia/Shanghai, late or not yet, or on those that `where` lets through (a
 * condition over tasks). Four queries, however many tasks.
 */
export async function openObligations(
  reader: Reader,
  today: Day,
  calendar: WorkCalendar,
  where?: SQL,
): Promise<Obligation[]> {
  const rows = await selectTasks(reader, where);
  const inReview = await decisionsInReview(reader, where);
  const toRelease = await releasesToMake(reader, where);
  const toAnswer = await lettersToAnswer(reader, where);
  return rows.flatMap(({ cycle, reportDay, receivedAt, stops, reported, ...row }) => {
    const startedOn = receivedAt && dayIn(receivedAt);
    const duty = { cycle, reportDay, startedOn, reported, stops, today, calendar };
    const task = {
      ...row,
      reports: reportsAsked(duty),
      inReview: inReview.get(row.id) ?? [],
      toRelease: toRelease.get(row.id) ?? [],
      toAnswer: toAnswer.get(row.id) ?? [],
    };
    return obligationsOf(task, calendar);
  });
}

function selectTasks(reader: Reader, where?: SQL) {
  return reader
    .select({
      id: tasks.id,
      code: tasks.code,
      kind: tasks.kind,
      status: tasks.status,
      leadDepartmentId: tasks.leadDepartmentId,
      handlerId: tasks.handlerId,
      dueOn: tasks.dueOn,
      assignedAt: tasks.assignedAt,
      receivableSince,
      receivedAt: tasks.receivedAt,
      stops: tasks.stops,
      movedAt:
        sql<Date | null>`(select ${dueMoves.movedAt} from ${dueMoves} where ${dueMoves.taskId} = ${tasks.id} order by ${dueMoves.sequence} desc limit 1)`.mapWith(
          dueMoves.movedAt,
        ),
      cycle: tasks.reportingCycle,
      reportDay: tasks.reportDay,
      reported: publishedPeriods,
      receiptWorkdays: plans.receiptWorkdays,
      policy: plans.reminders,
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(hasObligations, where));
}

/** Everything in review, by its task's id. */
async function decisionsInReview(reader: Reader, where?: SQL) {
  const rows = await reader
    .select({
      ...stateColumns,
      id: submissions.id,
      taskId: submissions.taskId,
      stepSince: submissions.stepSince,
    })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(eq(submissions.status, "in_review"), hasObligations, where));
  const waiting = rows.flatMap((row): (WaitingDecision & { taskId: string })[] => {
    const { stepSince, ...state } = toState(row);
    return stepSince ? [{ ...state, stepSince }] : [];
  });
  return groupBy(waiting, ({ taskId }) => taskId);
}

/** Everything that waits for its release check, by its task's id. */
async function releasesToMake(reader: Reader, where?: SQL) {
  const rows = await reader
    .select({
      id: submissions.id,
      taskId: submissions.taskId,
      kind: submissions.kind,
      status: submissions.status,
      contributorIds: stateColumns.contributorIds,
      verifierId,
      leadDepartmentId: stateColumns.leadDepartmentId,
      cooperatingIds: stateColumns.cooperatingIds,
      approvedAt: sql<Date>`${lastDecidedAt}`.mapWith(reviewDecisions.decidedAt),
    })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .where(and(awaitsRelease, where));
  const waiting = rows.map((row): WaitingRelease & { taskId: string } => ({
    ...row,
    disclosure: null,
    isWithdrawn: false,
  }));
  return groupBy(waiting, ({ taskId }) => taskId);
}

/** The letters that wait for their unit to answer, by their task's id. */
async function lettersToAnswer(reader: Reader, where?: SQL) {
  const rows = await reader
    .select({
      id: letters.id,
      taskId: letters.taskId,
      sentAt: letters.sentAt,
      dueOn: letters.dueOn,
    })
    .from(letters)
    .innerJoin(tasks, eq(tasks.id, letters.taskId))
    .where(and(awaitsAnswer, where));
  return groupBy(rows, ({ taskId }) => taskId);
}
