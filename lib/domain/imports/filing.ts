import { type Refusal, refuse } from "@/lib/domain/refusals";
import { draftTaskRefusal, parentDueOf, placedTask } from "@/lib/domain/registrations/content";
import { type DraftTask, draftTaskSchema } from "@/lib/domain/registrations/drafts";

/** A task that may not stand like this in a draft, and why. */
export type DraftProblem = { uid: string; title: string; refusal: Refusal };

/** Why this task may not stand in the draft, or null: its form first, then the rules of every draft. */
function problemOf(
  tasks: readonly DraftTask[],
  index: number,
  text: string,
  collectiveIds: readonly string[],
): Refusal | null {
  const task = tasks[index];
  if (!task) return null;
  const read = draftTaskSchema.safeParse(task);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? "title");
    return refuse("too_long", { field });
  }
  const placed = placedTask(task, text, false);
  if ("code" in placed) return placed;
  return draftTaskRefusal(placed, text, { parentDueOn: parentDueOf(tasks, index), collectiveIds });
}

/** Everything that keeps some tasks out of a draft, a problem a task. */
export function draftProblems(
  tasks: readonly DraftTask[],
  text: string,
  collectiveIds: readonly string[],
): DraftProblem[] {
  return tasks.flatMap((task, i) => {
    const refusal = problemOf(tasks, i, text, collectiveIds);
    return refusal ? [{ uid: task.uid, title: task.title, refusal }] : [];
  });
}
