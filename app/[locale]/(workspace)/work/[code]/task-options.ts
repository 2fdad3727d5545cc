import type { Actor } from "@/lib/domain/people/roles";
import type { OpenSubmission } from "@/lib/domain/submissions/open-submissions";
import { writableKinds } from "@/lib/domain/submissions/writing";
import { availableActs } from "@/lib/domain/tasks/tasks";
import type { WorkTask } from "@/lib/domain/tasks/work-task";

/** What this person may do about a task now: the rules themselves, asked once each. */
export function optionsFor(actor: Actor, task: WorkTask, open: OpenSubmission[]) {
  const own = open.filter(({ departmentId }) => departmentId === actor.departmentId);
  return {
    acts: availableActs(actor, task),
    kinds: writableKinds(actor, task)
      .filter((kind) => kind !== "completion" && (kind !== "extension" || task.dueOn !== null))
      .map((kind) => ({ kind, status: own.find((each) => isOf(each, kind))?.status ?? null })),
    cooperates: task.cooperatingIds.includes(actor.departmentId),
  };
}

/** A completion is written in the form of the progress report. */
function isOf({ kind }: OpenSubmission, wanted: string): boolean {
  return kind === wanted || (kind === "completion" && wanted === "progress");
}
