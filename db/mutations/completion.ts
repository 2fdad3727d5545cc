import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { openChildrenOf } from "@/db/queries/submissions/reporting-task";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import { Refused, refuse } from "@/lib/domain/refusals";
import type { Approved } from "./approval-effects";
import { recordEvent } from "./record-event";
import { voidSubmissions } from "./submission-moves";

/** 办结: closes the task. Refuses while a sub-task is open, whatever was true when the completion was sent. */
export async function completeTask(
  tx: Transaction,
  { actor, task, submission, now }: Approved<"completion">,
): Promise<void> {
  if ((await openChildrenOf(tx, task.id)) > 0) throw new Refused(refuse("children_open"));
  const completedOn = dayIn(now);
  await tx
    .update(tasks)
    .set({ status: "completed", completedOn, version: sql`${tasks.version} + 1` })
    .where(eq(tasks.id, task.id));
  await recordEvent(
    tx,
    actor,
    { type: "task.completed", before: { completedOn: null }, after: { completedOn } },
    { task, submissionId: submission.id },
    now,
  );
  await voidSubmissions(tx, actor, task, { cause: "task_closed", exceptId: submission.id }, now);
}
