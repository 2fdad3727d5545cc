import { and, asc, desc, eq, lt } from "drizzle-orm";
import { database } from "@/db/client";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { publishedReports, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { can } from "@/lib/domain/permissions";
import type { Actor } from "@/lib/domain/roles";
import { availableTransitions } from "@/lib/domain/submissions";
import { submissionState } from "./submission-state";

/**
 * One submission as a reviewer, its author's unit or an auditor sees it: the sent revision, what was decided on it, and
 * the last report published before it to compare with. Null when missing or not this person's to see.
 */
export async function submissionDetail(actor: Actor, id: string) {
  const reader = database();
  const [found] = await reader
    .select({ submission: submissions, task: tasks, reviewSteps: plans.reviewSteps })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(submissions.id, id));
  if (!found) return null;
  const { submission, task, reviewSteps } = found;
  const sent = await sentRevisions(id);
  const revision = sent.at(-1) ?? null;
  const subject = { leadDepartmentId: task.leadDepartmentId, submitted: revision !== null };
  if (!can(actor, "submission.view", subject)) return null;

  const state = await submissionState(reader, submission, task.leadDepartmentId, reviewSteps);
  return {
    id,
    taskCode: task.code,
    kind: submission.kind,
    status: submission.status,
    step: submission.step,
    version: submission.version,
    reviewSteps,
    revision,
    decisions: await decisionsOn(id),
    lastPublished: await lastPublished(task.id, revision?.submittedAt ?? null),
    transitions: availableTransitions(actor, state),
  };
}

function sentRevisions(submissionId: string) {
  return database()
    .select({
      id: revisions.id,
      number: revisions.number,
      content: revisions.content,
      contentHash: revisions.contentHash,
      submittedAt: revisions.submittedAt,
      submittedBy: users.displayName,
    })
    .from(revisions)
    .innerJoin(users, eq(users.id, revisions.submittedById))
    .where(eq(revisions.submissionId, submissionId))
    .orderBy(asc(revisions.number));
}

function decisionsOn(submissionId: string) {
  return database()
    .select({
      revision: revisions.number,
      step: reviewDecisions.step,
      decision: reviewDecisions.decision,
      reason: reviewDecisions.reason,
      decidedAt: reviewDecisions.decidedAt,
      decidedBy: users.displayName,
    })
    .from(reviewDecisions)
    .innerJoin(revisions, eq(revisions.id, reviewDecisions.revisionId))
    .innerJoin(users, eq(users.id, reviewDecisions.decidedById))
    .where(eq(reviewDecisions.submissionId, submissionId))
    .orderBy(asc(reviewDecisions.decidedAt));
}

/** The last published report of a task, of those before `before` where a moment is given; null when there is none. */
export async function lastPublished(taskId: string, before: Date | null = null) {
  const [report] = await database()
    .select({
      progress: publishedReports.progress,
      problems: publishedReports.problems,
      nextSteps: publishedReports.nextSteps,
      percent: publishedReports.percent,
      periodStart: publishedReports.periodStart,
      periodEnd: publishedReports.periodEnd,
      publishedAt: publishedReports.publishedAt,
    })
    .from(publishedReports)
    .where(
      and(
        eq(publishedReports.taskId, taskId),
        before ? lt(publishedReports.publishedAt, before) : undefined,
      ),
    )
    .orderBy(desc(publishedReports.publishedAt))
    .limit(1);
  return report ?? null;
}
