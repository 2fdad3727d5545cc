import { lockSubmission, lockTask } from "@/db/mutations/locks";
import { insistTold } from "@/db/mutations/new-gaps";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { gapOfSubmission } from "@/db/queries/gaps/gaps";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import type { SubmissionAtVersion, SubmitInput } from "@/lib/domain/submissions/inputs";
import { contentRefusal } from "./content-rules";
import { writeDraft } from "./drafts";
import { freeze } from "./freeze-revision";
import { moveTo, outcomeOf } from "./submission-moves";

/**
 * Freezes the content as a revision and sends it to the first review step. Refuses as `saveDraft`, content not fit to send,
 * and, until the person was told (`gaps_made`), what nobody could decide on there.
 */
export function submitDraft(actor: Actor, input: SubmitInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const task = await lockTask(tx, { code: input.code });
    const draft = await writeDraft(tx, actor, task, input, now);
    insist(await contentRefusal(tx, task, draft.id, input, now));

    const { next } = await outcomeOf(tx, actor, "submit", draft);
    const revision = await freeze(tx, actor, task, draft, now);
    await moveTo(tx, draft, next, now);
    await recordEvent(
      tx,
      actor,
      {
        type: "submission.submitted",
        kind: draft.kind,
        revision: revision.number,
        contentHash: revision.contentHash,
        percent: "percent" in input.content ? input.content.percent : null,
      },
      { task, submissionId: draft.id },
      now,
    );
    const gap = await gapOfSubmission(tx, draft.id);
    insistTold(gap ? [gap] : [], input);
    return { submissionId: draft.id };
  });
}

/** Takes a submission back from review into a draft. Refuses once the step's reviewer has decided: the version has moved on. */
export function withdrawSubmission(actor: Actor, input: SubmissionAtVersion, now: Date) {
  return takeBack(actor, input, now, "withdraw", "submission.withdrawn");
}

/** Gives up a draft for good. The next one begins anew, also as to who wrote on it and may therefore not sign it. */
export function discardDraft(actor: Actor, input: SubmissionAtVersion, now: Date) {
  return takeBack(actor, input, now, "discard", "submission.discarded");
}

function takeBack(
  actor: Actor,
  input: SubmissionAtVersion,
  now: Date,
  transition: "withdraw" | "discard",
  type: "submission.withdrawn" | "submission.discarded",
) {
  return runOnce(actor, input, now, async (tx) => {
    const { task, submission } = await lockSubmission(tx, input.submissionId);
    const { next } = await outcomeOf(tx, actor, transition, submission);
    if (submission.version !== input.version) throw new Refused(refuse("submission_changed"));
    await moveTo(tx, submission, next, now);
    const subject = { task, submissionId: submission.id };
    await recordEvent(tx, actor, { type, kind: submission.kind }, subject, now);
    return { code: task.code };
  });
}
