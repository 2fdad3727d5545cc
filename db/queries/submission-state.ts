import { desc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import {
  contributors,
  reviewDecisions,
  revisions,
  type submissions,
} from "@/db/schema/submissions";
import type { ReviewStep, SubmissionState } from "@/lib/domain/submissions";

type SubmissionRow = typeof submissions.$inferSelect;

/** The last thing sent for decision, or null before the first submit. */
export async function latestRevision(reader: Reader, submissionId: string) {
  const [revision] = await reader
    .select()
    .from(revisions)
    .where(eq(revisions.submissionId, submissionId))
    .orderBy(desc(revisions.number))
    .limit(1);
  return revision ?? null;
}

/** What the transition table is asked about. Deciders count on the present revision only. */
export async function submissionState(
  reader: Reader,
  submission: SubmissionRow,
  leadDepartmentId: string | null,
  reviewSteps: ReviewStep[],
): Promise<SubmissionState> {
  const revision = await latestRevision(reader, submission.id);
  const wrote = await reader
    .select({ id: contributors.userId })
    .from(contributors)
    .where(eq(contributors.submissionId, submission.id));
  const decided = revision
    ? await reader
        .select({ id: reviewDecisions.decidedById })
        .from(reviewDecisions)
        .where(eq(reviewDecisions.revisionId, revision.id))
    : [];
  return {
    kind: submission.kind,
    status: submission.status,
    step: submission.step,
    reviewSteps,
    leadDepartmentId,
    contributorIds: wrote.map(({ id }) => id),
    deciderIds: decided.map(({ id }) => id),
  };
}
