import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { cooperatingIdsOf } from "@/db/queries/tasks/cooperators";
import { reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Actor } from "@/lib/domain/people/roles";
import type { OwnSubmission } from "@/lib/domain/submissions/open-submissions";
import { slotOf } from "@/lib/domain/submissions/submission-kinds";
import { writeRefusal } from "@/lib/domain/submissions/writing";
import { workingEvidence } from "./evidence";
import { submissionDetail } from "./submission-detail";
import { contentOf, isOpenSubmission } from "./submission-state";

/**
 * The task a form is about, what this person's unit has open in the kind's place (of an answer: to the letter), and why the form may not be used if it
 * may not: another unit's matter, a task whose status does not allow the kind. What is in review is shown whatever the
 * status, so that it can be taken back. Null when the task is missing.
 */
export async function submissionForm(
  actor: Actor,
  code: string,
  kind: SubmissionKind,
  letterId: string | null = null,
) {
  const reader = database();
  const [task] = await reader.select().from(tasks).where(eq(tasks.code, code));
  if (!task) return null;
  const cooperatingIds = await cooperatingIdsOf(reader, task.id);
  const open = await openSubmission(actor, { taskId: task.id, kind, letterId });
  const isSent = open?.status === "in_review";
  const refusal = isSent ? null : writeRefusal(actor, kind, { ...task, cooperatingIds });
  return { task, open, isSent, refusal };
}

/**
 * The day a submission was first sent of those that a reviewer returned: what was made in time stays in time while it is
 * mended. One taken back by its own unit has to be in time anew. Null when none was.
 */
export async function firstSentOnOf(
  reader: Reader,
  submissionId: string | null,
): Promise<Day | null> {
  if (submissionId === null) return null;
  const [first] = await reader
    .select({ at: revisions.submittedAt })
    .from(revisions)
    .innerJoin(reviewDecisions, eq(reviewDecisions.revisionId, revisions.id))
    .where(and(eq(revisions.submissionId, submissionId), eq(reviewDecisions.decision, "return")))
    .orderBy(asc(revisions.number))
    .limit(1);
  return first ? dayIn(first.at) : null;
}

async function openSubmission(
  actor: Actor,
  place: { taskId: string; kind: SubmissionKind; letterId: string | null },
): Promise<OwnSubmission | null> {
  const { taskId, kind, letterId } = place;
  const [found] = await database()
    .select({ id: submissions.id, kind: submissions.kind, content: submissions.content })
    .from(submissions)
    .where(
      and(
        eq(submissions.taskId, taskId),
        eq(submissions.departmentId, actor.departmentId),
        inArray(submissions.kind, slotOf(kind)),
        letterId === null ? isNull(submissions.letterId) : eq(submissions.letterId, letterId),
        isOpenSubmission,
      ),
    );
  const detail = found && (await submissionDetail(actor, found.id));
  if (!detail) return null;
  const { id, status, version, savedAt, transitions } = detail;
  const lastReturn = detail.decisions.findLast(({ decision }) => decision === "return") ?? null;
  return {
    id,
    status,
    version,
    savedAt,
    transitions,
    evidence: await workingEvidence(database(), id),
    content: contentOf(found),
    lastReturn: status === "returned" ? lastReturn : null,
  };
}
