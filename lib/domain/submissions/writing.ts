import { type SubmissionKind, submissionKinds } from "@/lib/domain/kinds";
import { refusalFor, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import type { Refusal } from "@/lib/domain/refusals";
import { isTracked, statusRefusal, type TaskKind, type TaskStatus } from "@/lib/domain/tasks/tasks";
import { kindRules } from "./submission-kinds";

type Task = Subject & { kind: TaskKind; status: TaskStatus };

/** Why this person may not begin a submission of this kind on the task, or null: not their unit's, or not at this time. */
export function writeRefusal(actor: Actor, kind: SubmissionKind, task: Task): Refusal | null {
  return (
    refusalFor(actor, "submission.write", { ...task, submissionKind: kind }) ??
    statusRefusal(task.status, kindRules[kind].during)
  );
}

/** The kinds this person may begin on the task's page now: the rule itself, asked once for each. An answer begins at its letter. */
export function writableKinds(actor: Actor, task: Task): SubmissionKind[] {
  if (!isTracked(task.kind)) return [];
  return submissionKinds.filter(
    (kind) => kind !== "answer" && writeRefusal(actor, kind, task) === null,
  );
}
