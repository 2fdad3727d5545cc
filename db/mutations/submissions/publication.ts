import { desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { plans } from "@/db/schema/plans";
import { releases } from "@/db/schema/releases";
import { publishedReports } from "@/db/schema/submissions";
import type { Approved } from "./submission-moves";

/** Whether what is approved of this task waits for the release check (公开审查), by its plan. */
export async function asksReleaseCheck(tx: Transaction, task: { planId: string }) {
  const [plan] = await tx
    .select({ releaseCheck: plans.releaseCheck })
    .from(plans)
    .where(eq(plans.id, task.planId));
  return plan?.releaseCheck ?? false;
}

/** Copies an approved report into the public projection. What the public reads is what was approved, word for word. */
export async function publishReport(
  tx: Transaction,
  approved: Approved<"progress" | "completion">,
): Promise<void> {
  const { actor, task, submission, revision, kind, content, now, awaitsRelease } = approved;
  const [last] = await tx
    .select({ percent: publishedReports.percent })
    .from(publishedReports)
    .where(eq(publishedReports.taskId, task.id))
    .orderBy(desc(publishedReports.sequence))
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
      ...(awaitsRelease && { awaitsRelease }),
    },
    { task, submissionId: submission.id },
    now,
  );
}

/** Where the plan asks for no release check (公开审查), the final approval itself makes public what it approved. */
export async function releaseUnchecked(
  tx: Transaction,
  { actor, task, submission, now }: Pick<Approved, "actor" | "task" | "submission" | "now">,
): Promise<void> {
  await tx.insert(releases).values({
    submissionId: submission.id,
    taskId: task.id,
    disclosure: "public",
    basis: "",
    releasedAt: now,
    isDemo: actor.isDemo,
  });
}
