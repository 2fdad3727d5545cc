import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { verifierId } from "@/db/queries/releases";
import { contentOf, latestRevision } from "@/db/queries/submissions/submission-state";
import { cooperatingIdsOf } from "@/db/queries/tasks/cooperators";
import { users } from "@/db/schema/people";
import { releases, withdrawals } from "@/db/schema/releases";
import { contributors, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { recordedWords } from "@/lib/domain/audit/audit-events";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import {
  type ReleaseInput,
  type ReleaseState,
  releasedTextRefusal,
  releaseRefusal,
  type UnpublishInput,
  unpublishRefusal,
} from "@/lib/domain/releases";
import { type LockedTask, lockSubmission } from "./locks";
import { recordEvent } from "./record-event";
import type { Submission } from "./submissions/submission-moves";
import { runOnce } from "./transaction";

/**
 * The release check (公开审查) of something approved: public, on request, or withheld with the legal ground. Decided once.
 * Refuses whoever wrote on it, what is not approved, and words that may not become public.
 */
export function releaseSubmission(actor: Actor, input: ReleaseInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { task, submission } = await lockSubmission(tx, input.submissionId);
    insist(releaseRefusal(actor, await releaseState(tx, task, submission)));
    const { disclosure, ground, basis } = input;
    if ((disclosure === "withheld") !== (ground !== null))
      throw new Refused(refuse("invalid_input", { field: "ground" }));
    if (disclosure === "public") await insistReleasable(tx, submission);
    await tx.insert(releases).values({
      ...{ disclosure, ground, basis },
      submissionId: submission.id,
      taskId: task.id,
      releasedById: actor.id,
      releasedAt: now,
      isDemo: actor.isDemo,
    });
    const { kind } = submission;
    const said = { basis: recordedWords(kind, basis) };
    const event = { type: "submission.released", kind, disclosure, ground, ...said } as const;
    await recordEvent(tx, actor, event, { task, submissionId: submission.id }, now);
    return { code: task.code };
  });
}

/** Takes released words back, for a reason that is public. Nothing is deleted, and that they were public stays known. */
export function unpublishSubmission(actor: Actor, input: UnpublishInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { task, submission } = await lockSubmission(tx, input.submissionId);
    insist(unpublishRefusal(actor, await releaseState(tx, task, submission)));
    const { reason } = input;
    insist(publicTextRefusal(reason, "reason"));
    await tx.insert(withdrawals).values({
      submissionId: submission.id,
      taskId: task.id,
      reason,
      withdrawnById: actor.id,
      withdrawnAt: now,
      isDemo: actor.isDemo,
    });
    const { kind } = submission;
    const said = { reason: recordedWords(kind, reason) };
    const event = { type: "submission.unpublished", kind, ...said } as const;
    await recordEvent(tx, actor, event, { task, submissionId: submission.id }, now);
    return { code: task.code };
  });
}

async function insistReleasable(tx: Transaction, submission: Submission) {
  const revision = await latestRevision(tx, submission.id);
  if (revision) insist(releasedTextRefusal(contentOf(revision)));
}

async function releaseState(
  tx: Transaction,
  task: LockedTask,
  { id, kind, status }: Submission,
): Promise<ReleaseState> {
  const [released] = await tx
    .select({ disclosure: releases.disclosure })
    .from(releases)
    .where(eq(releases.submissionId, id));
  const [withdrawn] = await tx
    .select({ id: withdrawals.submissionId })
    .from(withdrawals)
    .where(eq(withdrawals.submissionId, id));
  const wrote = await tx
    .select({ personId: users.personId })
    .from(contributors)
    .innerJoin(users, eq(users.id, contributors.userId))
    .where(eq(contributors.submissionId, id));
  const [verified] = await tx
    .select({ verifierId })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .where(eq(submissions.id, id));
  return {
    ...{ kind, status, leadDepartmentId: task.leadDepartmentId },
    cooperatingIds: await cooperatingIdsOf(tx, task.id),
    contributorIds: wrote.map(({ personId }) => personId),
    verifierId: verified?.verifierId ?? null,
    disclosure: released?.disclosure ?? null,
    isWithdrawn: withdrawn !== undefined,
  };
}
