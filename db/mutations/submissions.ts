import type { Transaction } from "@/db/client";
import { contentHash } from "@/db/content-hash";
import { reportingTask } from "@/db/queries/reporting-task";
import { latestRevision } from "@/db/queries/submission-state";
import { revisions } from "@/db/schema/submissions";
import { dayIn } from "@/lib/domain/days";
import type { SubmissionAtVersion, SubmitInput } from "@/lib/domain/inputs";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { contentRefusal } from "@/lib/domain/reports";
import type { Actor } from "@/lib/domain/roles";
import { writeDraft } from "./drafts";
import { lockSubmission, lockTask } from "./locks";
import { recordEvent } from "./record-event";
import { moveTo, nextState, type Submission } from "./submission-moves";
import { runOnce } from "./transaction";

/** Freezes the content as a revision and sends it to the first review step. Refuses as `saveDraft`, and content not fit to send. */
export function submitReport(actor: Actor, input: SubmitInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const task = await lockTask(tx, { code: input.code });
    const draft = await writeDraft(tx, actor, task, input, now);
    const facts = await reportingTask(tx, task, now);
    insist(contentRefusal(input.kind, input.content, facts, dayIn(now)));

    const next = await nextState(tx, actor, "submit", draft, task);
    const revision = await freeze(tx, actor, draft, now);
    await moveTo(tx, draft, next, now);
    await recordEvent(
      tx,
      actor,
      {
        type: "submission.submitted",
        kind: draft.kind,
        revision: revision.number,
        contentHash: revision.contentHash,
        percent: draft.content.percent,
      },
      { task, submissionId: draft.id },
      now,
    );
    return { submissionId: draft.id };
  });
}

/** Takes a report back from review into a draft. Refuses once the step's reviewer has decided: the version has moved on. */
export function withdrawSubmission(actor: Actor, input: SubmissionAtVersion, now: Date) {
  return takeBack(actor, input, now, "withdraw", "submission.withdrawn");
}

/** Gives up a draft for good. The next report begins anew, also as to who wrote on it and may therefore not sign it. */
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
    const next = await nextState(tx, actor, transition, submission, task);
    if (submission.version !== input.version) throw new Refused(refuse("submission_changed"));
    await moveTo(tx, submission, next, now);
    const subject = { task, submissionId: submission.id };
    await recordEvent(tx, actor, { type, kind: submission.kind }, subject, now);
    return { code: task.code };
  });
}

async function freeze(tx: Transaction, actor: Actor, draft: Submission, now: Date) {
  const previous = await latestRevision(tx, draft.id);
  const { taskId, kind, content } = draft;
  const [revision] = await tx
    .insert(revisions)
    .values({
      submissionId: draft.id,
      number: (previous?.number ?? 0) + 1,
      content,
      contentHash: contentHash({ taskId, kind, content }),
      submittedById: actor.id,
      submittedAt: now,
    })
    .returning();
  if (!revision) throw new Error("The revision was not inserted");
  return revision;
}
