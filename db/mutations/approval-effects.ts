import { desc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { publishedReports, type revisions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/days";
import type { Actor } from "@/lib/domain/roles";
import type { LockedTask } from "./locks";
import { recordEvent } from "./record-event";
import type { Submission } from "./submission-moves";

type Revision = typeof revisions.$inferSelect;

/** What a final approval does, by kind: every report is published, and a completion closes its task. */
export async function applyApproval(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  submission: Submission,
  revision: Revision,
  now: Date,
): Promise<void> {
  await publish(tx, actor, task, submission, revision, now);
  if (submission.kind === "completion") await complete(tx, actor, task, submission.id, now);
}

async function publish(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  submission: Submission,
  revision: Revision,
  now: Date,
) {
  const [last] = await tx
    .select({ percent: publishedReports.percent })
    .from(publishedReports)
    .where(eq(publishedReports.taskId, task.id))
    .orderBy(desc(publishedReports.publishedAt))
    .limit(1);
  await tx.insert(publishedReports).values({
    ...revision.content,
    taskId: task.id,
    submissionId: submission.id,
    revisionId: revision.id,
    kind: submission.kind,
    publishedAt: now,
    isDemo: actor.isDemo,
  });
  await recordEvent(
    tx,
    actor,
    {
      type: "report.published",
      before: { percent: last?.percent ?? null },
      after: { percent: revision.content.percent },
    },
    { task, submissionId: submission.id },
    now,
  );
}

async function complete(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  submissionId: string,
  now: Date,
) {
  const completedOn = dayIn(now);
  await tx
    .update(tasks)
    .set({ status: "completed", completedOn, version: sql`${tasks.version} + 1` })
    .where(eq(tasks.id, task.id));
  await recordEvent(
    tx,
    actor,
    { type: "task.completed", before: { completedOn: null }, after: { completedOn } },
    { task, submissionId },
    now,
  );
}
