import type { Transaction } from "@/db/client";
import { dayIn } from "@/lib/domain/days";
import { extendedDayRefusal } from "@/lib/domain/extensions";
import { insist } from "@/lib/domain/refusals";
import type { Approved } from "./approval-effects";
import { moveDueDay } from "./due-moves";
import { parentDueOnOf } from "./task-state";

/**
 * Moves the due day to the one asked for. Refuses a day that is not later any more, gone by, or beyond the parent's: the dates
 * may have moved since it was sent, by a 挂起 for one.
 */
export async function extendDueDay(
  tx: Transaction,
  { actor, task, submission, content, now }: Approved<"extension">,
): Promise<void> {
  const { newDueOn, reason } = content;
  const dates = { dueOn: task.dueOn, parentDueOn: await parentDueOnOf(tx, task) };
  insist(extendedDayRefusal(newDueOn, dates, dayIn(now)));
  if (newDueOn === null) return;
  const { departmentId, id: submissionId } = submission;
  const move = {
    cause: "extension",
    toDueOn: newDueOn,
    reason,
    departmentId,
    submissionId,
  } as const;
  await moveDueDay(tx, actor, task, move, now);
}
