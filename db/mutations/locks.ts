import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isOpenSubmission } from "@/db/queries/submissions/submission-state";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { SubmissionKind } from "@/lib/domain/kinds";
import { Refused, refuse } from "@/lib/domain/refusals";
import { slotOf } from "@/lib/domain/submissions/submission-kinds";

/** Locks come in one order, parent before task before submission, so that two mutations never wait for each other. */

/** The task row, locked until the transaction ends. Refuses `not_found`. */
export async function lockTask(tx: Transaction, where: { code: string } | { id: string }) {
  const [task] = await tx
    .select()
    .from(tasks)
    .where("code" in where ? eq(tasks.code, where.code) : eq(tasks.id, where.id))
    .for("update");
  if (!task) throw new Refused(refuse("not_found"));
  return task;
}
export type LockedTask = Awaited<ReturnType<typeof lockTask>>;

/** A task and the one above it, both locked: for what must not happen while the parent closes. */
export async function lockTaskWithParent(tx: Transaction, code: string) {
  const [found] = await tx
    .select({ parentId: tasks.parentId })
    .from(tasks)
    .where(eq(tasks.code, code));
  const parent = found?.parentId ? await lockTask(tx, { id: found.parentId }) : null;
  return { task: await lockTask(tx, { code }), parent };
}

/** The open submission in a kind's place, of one unit on one task or letter, locked; undefined when there is none. */
export async function lockOpenSubmission(
  tx: Transaction,
  where: { taskId: string; departmentId: string; kind: SubmissionKind; letterId: string | null },
) {
  const [submission] = await tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.taskId, where.taskId),
        eq(submissions.departmentId, where.departmentId),
        inArray(submissions.kind, slotOf(where.kind)),
        where.letterId === null
          ? isNull(submissions.letterId)
          : eq(submissions.letterId, where.letterId),
        isOpenSubmission,
      ),
    )
    .for("update");
  return submission;
}

/** A submission with its task, both rows locked. Refuses `not_found`. */
export async function lockSubmission(tx: Transaction, id: string) {
  const [found] = await tx
    .select({ taskId: submissions.taskId })
    .from(submissions)
    .where(eq(submissions.id, id));
  if (!found) throw new Refused(refuse("not_found"));
  const task = await lockTask(tx, { id: found.taskId });
  const [submission] = await tx
    .select()
    .from(submissions)
    .where(eq(submissions.id, id))
    .for("update");
  if (!submission) throw new Refused(refuse("not_found"));
  return { task, submission };
}
