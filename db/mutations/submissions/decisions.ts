import { lockSubmission } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { contentOf, latestRevision } from "@/db/queries/submissions/submission-state";
import { reviewDecisions } from "@/db/schema/submissions";
import { type AuditEvent, recordedWords } from "@/lib/domain/audit/audit-events";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import type { DecisionInput } from "@/lib/domain/submissions/inputs";
import type { NextState } from "@/lib/domain/submissions/submissions";
import { applyApproval } from "./approval-effects";
import { moveTo, outcomeOf } from "./submission-moves";

/**
 * Approves, returns or rejects what is at the actor's step. The decision binds to the revision, content hash and version
 * that the reviewer saw: of two at once one wins, and the other is refused with the new state. Final approval applies
 * the kind's effect in the same transaction, and the answer says whether it waits for its release check.
 */
export function decideSubmission(actor: Actor, input: DecisionInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const { task, submission } = await lockSubmission(tx, input.submissionId);
    const { decision, reason } = input;
    const { next, onBehalfOf } = await outcomeOf(tx, actor, decision, submission, reason);
    insist(publicTextRefusal(reason, "reason"));
    const revision = await latestRevision(tx, submission.id);
    if (revision?.id !== input.revisionId || revision.contentHash !== input.contentHash)
      throw new Refused(refuse("submission_changed"));

    await moveTo(tx, { ...submission, version: input.version }, next, now);
    const step = submission.step ?? 0;
    await tx.insert(reviewDecisions).values({
      submissionId: submission.id,
      revisionId: revision.id,
      step,
      decision,
      reason: reason.trim() || null,
      contentHash: revision.contentHash,
      decidedById: actor.id,
      onBehalfOfId: onBehalfOf?.id,
      decidedAt: now,
    });
    const subject = { task, submissionId: submission.id };
    const decided = {
      kind: submission.kind,
      revision: revision.number,
      contentHash: revision.contentHash,
      step,
      by: revision.reviewSteps[step - 1]?.by ?? "supervisor",
      onBehalfOf: onBehalfOf && { id: onBehalfOf.id, name: onBehalfOf.name },
    };
    await recordEvent(tx, actor, decisionEvent(input, decided, next), subject, now);
    let awaitsRelease = false;
    if (next.status === "approved") {
      awaitsRelease = await applyApproval(tx, {
        actor,
        task,
        submission,
        revision,
        now,
        confirmsCompletedOn: input.confirmsCompletedOn === true,
        ...contentOf(revision),
      });
    } else if (input.confirmsCompletedOn) throw new Refused(refuse("invalid_input"));
    return { code: task.code, kind: submission.kind, status: next.status, awaitsRelease };
  });
}

function decisionEvent(
  { decision, reason }: DecisionInput,
  decided: Omit<Extract<AuditEvent, { type: "submission.approved" }>, "type" | "final">,
  next: NextState,
): AuditEvent {
  if (decision === "approve")
    return { type: "submission.approved", ...decided, final: next.status === "approved" };
  return {
    type: decision === "return" ? "submission.returned" : "submission.rejected",
    ...decided,
    reason: recordedWords(decided.kind, reason.trim()),
  };
}
