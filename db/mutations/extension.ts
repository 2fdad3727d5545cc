import type { Transaction } from "@/db/client";
import { dayIn } from "@/lib/domain/calendar/days";
import { insist } from "@/lib/domain/refusals";
import { extendedDayRefusal } from "@/lib/domain/submissions/extensions";
import type { Approved } from "./approval-effects";
import { moveDueDay } from "./due-moves";
import { parentDueOnOf } from "./task-state";

/**
 * Moves the due day to the one asked for. Refuses what `extendedDayRefusal` refuses: since it was sent, the day may have come
 * and the dates may have moved, by a 挂起 for one. What cannot be approved any more can still be returned.
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
