import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { LockedTask } from "@/db/mutations/locks";
import { partDaysOf } from "@/db/queries/assignments/moved-by";
import { cooperatingIdsOf } from "@/db/queries/tasks/cooperators";
import { readDeclarers } from "@/db/queries/tasks/declarers";
import { plans } from "@/db/schema/plans";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { Around } from "@/lib/domain/submissions/adjustments";
import type { TaskState } from "@/lib/domain/tasks/tasks";

/** A locked task as the rules of lib/domain/tasks/tasks.ts ask for it. */
export async function taskState(tx: Transaction, task: LockedTask): Promise<TaskState> {
  const parent = await parentOf(tx, task);
  return {
    ...task,
    cooperatingIds: await cooperatingIdsOf(tx, task.id),
    parentStatus: parent?.status ?? null,
    declarerIds: await readDeclarers(tx, task.id),
    isPlanOver: await isPlanOver(tx, task),
    parentLeadId: parent?.leadDepartmentId ?? null,
  };
}

async function isPlanOver(tx: Transaction, { planId }: LockedTask): Promise<boolean> {
  const [plan] = await tx
    .select({ endedAt: plans.endedAt })
    .from(plans)
    .where(eq(plans.id, planId))
    .for("share");
  return plan?.endedAt !== null;
}

/**
 * Writes a locked task and moves its version on, so that a page made before is refused as stale. Whom one lead unit has named
 * to handle it, the next has not.
 */
export async function updateTask(
  tx: Transaction,
  task: Pick<LockedTask, "id" | "leadDepartmentId">,
  changes: Partial<LockedTask>,
): Promise<void> {
  const leadId = changes.leadDepartmentId;
  const isMoved = leadId !== undefined && leadId !== task.leadDepartmentId;
  await tx
    .update(tasks)
    .set({
      ...changes,
      ...(isMoved && { handlerId: null, headInChargeId: null }),
      version: sql`${tasks.version} + 1`,
    })
    .where(eq(tasks.id, task.id));
}

/** The due day that a sub-task may not go beyond; null for a root, and where the parent has none. */
export async function parentDueOnOf(tx: Transaction, task: LockedTask): Promise<Day | null> {
  return (await parentOf(tx, task))?.dueOn ?? null;
}

/** What stands below and above a locked task. The one above it is held as it is until the transaction ends. */
export async function tasksAround(tx: Transaction, task: LockedTask): Promise<Around> {
  const { id, parentId } = task;
  const above = tx.select({ status: tasks.status }).from(tasks);
  const [parent] = parentId === null ? [] : await above.where(eq(tasks.id, parentId)).for("share");
  return { parts: await partDaysOf(tx, id), parentStatus: parent?.status ?? null };
}

/** `objection_open` while an objection is under review: it must be decided before the task goes anywhere. */
export async function openObjectionRefusal(
  tx: Transaction,
  task: LockedTask,
): Promise<Refusal | null> {
  const open = await tx.$count(
    submissions,
    and(
      eq(submissions.taskId, task.id),
      eq(submissions.kind, "objection"),
      eq(submissions.status, "in_review"),
    ),
  );
  return open > 0 ? refuse("objection_open") : null;
}

async function parentOf(tx: Transaction, { parentId }: LockedTask) {
  if (parentId === null) return undefined;
  const [parent] = await tx.select().from(tasks).where(eq(tasks.id, parentId));
  return parent;
}
