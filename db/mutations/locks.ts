import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isOpenSubmission } from "@/db/queries/submissions/submission-state";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { SubmissionKind } from "@/lib/domain/kinds";
import { Refused, refuse } from "@/lib/domain/refusals";
import { slotOf } from "@/lib/domain/submissions/submission-kinds";

/**
 * Locks come in one order, so that two mutations never wait for each other: the tasks above from the root down, the task, its
 * submission. What is done to a task always comes to those above it in the end, whose lights and percentages rest on it.
 */

/** The task row, locked with those above it until the transaction ends. Refuses `not_found`. */
export async function lockTask(tx: Transaction, where: { code: string } | { id: string }) {
  return (await lockTaskWithParent(tx, where)).task;
}
export type LockedTask = typeof tasks.$inferSelect;

/** The same with the task above it: for what must not happen while the parent closes. */
export async function lockTaskWithParent(
  tx: Transaction,
  where: { code: string } | { id: string },
) {
  const isIt = "code" in where ? eq(tasks.code, where.code) : eq(tasks.id, where.id);
  const above = await tx.execute<{ id: string }>(sql`
    with recursive up (id, parent_id, steps) as (
      select id, parent_id, 0 from tasks where ${isIt}
      union all select t.id, t.parent_id, up.steps + 1 from tasks t join up on t.id = up.parent_id
    ) select id from up where steps > 0 order by steps desc`);
  let parent: LockedTask | null = null;
  for (const { id } of above) {
    // Others may go on referring to it, with a comment for one.
    const [locked] = await tx.select().from(tasks).where(eq(tasks.id, id)).for("no key update");
    parent = locked ?? null;
  }
  const [task] = await tx.select().from(tasks).where(isIt).for("update");
  if (!task) throw new Refused(refuse("not_found"));
  return { task, parent };
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
