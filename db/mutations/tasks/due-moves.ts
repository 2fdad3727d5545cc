import type { Transaction } from "@/db/client";
import type { LockedTask } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { dueMoves } from "@/db/schema/tasks";
import { type Day, daysBetween } from "@/lib/domain/calendar/days";
import type { DueMoveCause } from "@/lib/domain/calendar/deadlines";
import type { Actor } from "@/lib/domain/people/roles";
import { updateTask } from "./task-state";

type Move = {
  cause: DueMoveCause;
  toDueOn: Day;
  reason: string;
  /** The unit that asked for it. */
  departmentId: string;
  submissionId?: string;
};

/** Moves the due day of a locked task and keeps the move: who, why, how far. The baseline stays. Throws without a day to move. */
export async function moveDueDay(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  move: Move,
  now: Date,
): Promise<void> {
  const { dueOn: fromDueOn } = task;
  if (fromDueOn === null) throw new Error(`${task.code} has no due day to move`);
  const { cause, toDueOn, reason, submissionId } = move;
  await updateTask(tx, task, { dueOn: toDueOn });
  await tx.insert(dueMoves).values({
    ...move,
    taskId: task.id,
    fromDueOn,
    movedById: actor.id,
    movedAt: now,
    isDemo: actor.isDemo,
  });
  await recordEvent(
    tx,
    actor,
    {
      type: "task.due_moved",
      cause,
      before: { dueOn: fromDueOn },
      after: { dueOn: toDueOn },
      days: daysBetween(fromDueOn, toDueOn),
      reason,
    },
    { task, submissionId },
    now,
  );
}
