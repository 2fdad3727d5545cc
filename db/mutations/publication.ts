import { desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { publishedReports } from "@/db/schema/submissions";
import type { Approved } from "./approval-effects";
import { recordEvent } from "./record-event";

/** Copies an approved report into the public projection. What the public reads is what was approved, word for word. */
export async function publishReport(
  tx: Transaction,
  approved: Approved<"progress" | "completion">,
): Promise<void> {
  const { actor, task, submission, revision, kind, content, now } = approved;
  const [last] = await tx
    .select({ percent: publishedReports.percent })
    .from(publishedReports)
    .where(eq(publishedReports.taskId, task.id))
    .orderBy(desc(publishedReports.publishedAt))
    .limit(1);
  await tx.insert(publishedReports).values({
    ...content,
    taskId: task.id,
    submissionId: submission.id,
    revisionId: revision.id,
    kind,
    publishedAt: now,
    isDemo: actor.isDemo,
  });
  await recordEvent(
    tx,
    actor,
    {
      type: "report.published",
      before: { percent: last?.percent ?? null },
      after: { percent: content.percent },
    },
    { task, submissionId: submission.id },
    now,
  );
}
