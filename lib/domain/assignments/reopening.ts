import type { Day } from "@/lib/domain/calendar/days";
import { boundOn, deadlineWithin } from "@/lib/domain/calendar/deadlines";
import { type Refusal, refuse } from "@/lib/domain/refusals";

type Dates = { dueOn: Day | null; parentDueOn: Day | null };

/**
 * Why a task may not be reopened (重新督办) to this day, or null. One whose day has passed needs a new one, within the
 * parent's unless that has passed too.
 */
export function reopenRefusal(newDueOn: Day | null, task: Dates, today: Day): Refusal | null {
  const bound = boundOn(task.parentDueOn, today);
  if (newDueOn === null) {
    if (task.dueOn === null) return null;
    if (task.dueOn < today) return refuse("deadline_required", { field: "dueOn" });
    return deadlineWithin(task.dueOn, bound, "dueOn");
  }
  if (newDueOn < today) return refuse("deadline_past", { field: "dueOn" });
  return deadlineWithin(newDueOn, bound, "dueOn");
}
