import { and, eq, isNotNull, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { staffOn } from "@/db/queries/people/staff";
import { latestRevision, submissionState } from "@/db/queries/submissions/submission-state";
import { cooperatingIdsOf } from "@/db/queries/tasks/cooperators";
import { routeOfTask } from "@/db/queries/tasks/visible-to";
import { chases } from "@/db/schema/chasing";
import { comments } from "@/db/schema/comments";
import { instructionHandlings, instructions } from "@/db/schema/instructions";
import { plans } from "@/db/schema/plans";
import { releases } from "@/db/schema/releases";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import { isReleasableKind } from "@/lib/domain/disclosure";
import type { Circumstances } from "@/lib/domain/notifications/announcements";
import type { Subject } from "@/lib/domain/people/permissions";
import { countersignersOf } from "@/lib/domain/submissions/submission-kinds";

type Recorded = {
  type: string;
  taskId: string | null;
  submissionId: string | null;
  at: Date;
  sequence: number;
};

/** What decides who must hear of a recorded event, as things stand now; `now` also says whose deputies are in office. */
export async function circumstancesOf(
  reader: Reader,
  { type, taskId, submissionId, at, sequence }: Recorded,
  now: Date,
): Promise<Circumstances> {
  const submission = submissionId ? await submissionAt(reader, submissionId) : null;
  return {
    staff: await staffOn(reader, dayIn(now)),
    task: taskId ? await taskSubject(reader, taskId) : {},
    submission,
    awaitsRelease: submission !== null && (await awaitsRelease(reader, submission)),
    commenterIds: taskId ? await commentersBefore(reader, taskId, sequence) : [],
    chaserId: taskId ? await chaserAnsweredAt(reader, taskId, at) : null,
    instructorIds: taskId ? await instructorsAnswered(reader, { type, taskId, at }) : [],
  };
}

async function taskSubject(reader: Reader, taskId: string): Promise<Subject> {
  const parent = alias(tasks, "parent");
  const [task] = await reader
    .select({
      leadDepartmentId: tasks.leadDepartmentId,
      parentLeadId: parent.leadDepartmentId,
      reviewSteps: routeOfTask,
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .leftJoin(parent, eq(parent.id, tasks.parentId))
    .where(eq(tasks.id, taskId));
  if (!task) throw new Error(`No task ${taskId}`);
  const { reviewSteps, ...units } = task;
  const cooperatingIds = await cooperatingIdsOf(reader, taskId);
  return { ...units, cooperatingIds, countersignIds: countersignersOf(reviewSteps) };
}

async function submissionAt(reader: Reader, id: string) {
  const [state, revision] = [await submissionState(reader, id), await latestRevision(reader, id)];
  return { ...state, id, revision: revision?.number ?? 0 };
}

async function awaitsRelease(
  reader: Reader,
  { id, kind, status }: Awaited<ReturnType<typeof submissionAt>>,
): Promise<boolean> {
  if (status !== "approved" || !isReleasableKind(kind)) return false;
  return (await reader.$count(releases, eq(releases.submissionId, id))) === 0;
}

/** The author of the comment that an event is of is among them, and is not told of what they did. */
async function commentersBefore(
  reader: Reader,
  taskId: string,
  sequence: number,
): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(and(eq(comments.taskId, taskId), lt(comments.sequence, sequence)));
  return rows.map(({ id }) => id);
}

/** An answer and its event carry the same instant. */
async function chaserAnsweredAt(reader: Reader, taskId: string, at: Date): Promise<string | null> {
  const [chase] = await reader
    .select({ id: chases.sentById })
    .from(chases)
    .where(and(eq(chases.taskId, taskId), isNotNull(chases.answeredAt), eq(chases.answeredAt, at)));
  return chase?.id ?? null;
}

/** Whose 批示 is answered by an event: the answer to its 催办, or that the task which carries it out is 办结. */
async function instructorsAnswered(
  reader: Reader,
  { type, taskId, at }: { type: string; taskId: string; at: Date },
): Promise<string[]> {
  if (type !== "chase.answered" && type !== "task.completed") return [];
  const isAnswered =
    type === "chase.answered"
      ? and(eq(chases.taskId, taskId), eq(chases.answeredAt, at))
      : eq(instructionHandlings.taskId, taskId);
  const rows = await reader
    .selectDistinct({ id: instructions.authorId })
    .from(instructionHandlings)
    .innerJoin(instructions, eq(instructions.id, instructionHandlings.instructionId))
    .leftJoin(chases, eq(chases.id, instructionHandlings.chaseId))
    .where(isAnswered);
  return rows.map(({ id }) => id);
}
