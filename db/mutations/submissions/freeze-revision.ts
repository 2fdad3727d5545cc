import { desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { contentHash } from "@/db/content-hash";
import type { LockedTask } from "@/db/mutations/locks";
import { presentEvidence } from "@/db/queries/submissions/evidence";
import { latestRevision } from "@/db/queries/submissions/submission-state";
import { plans } from "@/db/schema/plans";
import { publishedReports, revisions } from "@/db/schema/submissions";
import type { Actor } from "@/lib/domain/people/roles";
import { stepsOf } from "@/lib/domain/submissions/submission-kinds";
import type { Submission } from "./submission-moves";

/**
 * Freezes a draft as an immutable revision. Its hash binds whatever a reviewer decides on: the text, the evidence by
 * digest, the steps it goes through and the published report it continues.
 */
export async function freeze(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  draft: Submission,
  now: Date,
) {
  const previous = await latestRevision(tx, draft.id);
  const { taskId, departmentId, kind, content } = draft;
  const frozen = {
    kind,
    content,
    evidence: await presentEvidence(tx, draft.id),
    reviewSteps: stepsOf(kind, await planSteps(tx, task.planId), departmentId),
    baseReportId: await lastReportId(tx, taskId),
  };
  const [revision] = await tx
    .insert(revisions)
    .values({
      ...frozen,
      submissionId: draft.id,
      number: (previous?.number ?? 0) + 1,
      contentHash: contentHash({ taskId, departmentId, ...frozen }),
      submittedById: actor.id,
      submittedAt: now,
    })
    .returning();
  if (!revision) throw new Error("The revision was not inserted");
  return revision;
}

async function planSteps(tx: Transaction, planId: string) {
  const [plan] = await tx
    .select({ steps: plans.reviewSteps })
    .from(plans)
    .where(eq(plans.id, planId));
  return plan?.steps ?? [];
}

async function lastReportId(tx: Transaction, taskId: string) {
  const [report] = await tx
    .select({ id: publishedReports.id })
    .from(publishedReports)
    .where(eq(publishedReports.taskId, taskId))
    .orderBy(desc(publishedReports.sequence))
    .limit(1);
  return report?.id ?? null;
}
