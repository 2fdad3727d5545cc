import { notFound } from "next/navigation";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { requireActor } from "@/lib/auth/session";
import { currentTime } from "@/lib/clock";
import { dayIn } from "@/lib/domain/calendar/days";
import type { SubmissionKind } from "@/lib/domain/kinds";
import { can } from "@/lib/domain/people/permissions";

/** Who writes, on which task and when. A task that this person's unit does not write this kind on looks as if not there. */
export async function loadWriting(path: string, code: string, kind: SubmissionKind) {
  const actor = await requireActor(path);
  const now = await currentTime();
  const task = await getTask(actor, code, dayIn(now));
  if (!task || !can(actor, "submission.write", { ...task, submissionKind: kind })) notFound();
  return { actor, task, now };
}
