import { eq, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { lockSubmission } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { storedEvidence, verifyRefusal, workingEvidence } from "@/db/queries/submissions/evidence";
import { evidence, files } from "@/db/schema/evidence";
import { users } from "@/db/schema/people";
import { contributors } from "@/db/schema/submissions";
import { recordedName } from "@/lib/domain/audit/audit-events";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import {
  type AttachInput,
  countRefusal,
  type EvidenceFile,
  quotaRefusal,
  type RemoveEvidenceInput,
} from "@/lib/domain/submissions/evidence";
import { outcomeOf, type Submission } from "./submission-moves";

/** Attaching shares it, deleting has it alone. */
const filesLock = 7_204_113;

/**
 * Attaches a file, already checked, to a draft or a returned submission, or what was found to the completion that is verified. Bytes are kept once by their digest; the same
 * file under the same name is answered and not attached again. Refuses as an edit does, `files_too_many`, and what
 * `quotaRefusal` refuses.
 */
export async function attachEvidence(
  actor: Actor,
  input: AttachInput,
  bytes: Uint8Array,
  now: Date,
): Promise<EvidenceFile> {
  const { key, submissionId, ...record } = input;
  // The answer that is kept names no file: it could not be erased.
  const { id } = await runOnce(actor, input, now, async (tx) => {
    const { task, submission } = await lockSubmission(tx, submissionId);
    const isVerification = await mayChangeFiles(tx, actor, submission);
    const { name, sha256, mediaType, size } = record;
    const present = await workingEvidence(tx, submissionId, isVerification);
    const same = present.find((file) => file.sha256 === sha256 && file.name === name);
    if (same) return { id: same.id };
    insist(countRefusal(present.length));
    // Two files of one person count each other, whatever tasks they are for.
    await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.id, actor.id))
      .for("no key update");
    insist(quotaRefusal(await storedEvidence(tx, actor, submissionId, now), input.size));

    // While this holds, the nightly job takes no file away that is about to be attached again.
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${filesLock})`);
    await tx
      .insert(files)
      .values({ sha256, bytes, size, mediaType, storedAt: now })
      .onConflictDoNothing();
    const [attached] = await tx
      .insert(evidence)
      .values({
        ...{ submissionId, sha256, name, isVerification },
        ...{ uploadedById: actor.id, uploadedAt: now },
      })
      .returning({ id: evidence.id });
    if (!attached) throw new Error("The evidence was not inserted");
    if (!isVerification) await countAsContributor(tx, actor, submissionId);
    const { kind } = submission;
    const file = { ...fileOf(kind, { name, sha256 }), ...(isVerification && { isVerification }) };
    await recordEvent(
      tx,
      actor,
      { type: "evidence.attached", ...file },
      { task, submissionId },
      now,
    );
    return attached;
  });
  return { id, ...record };
}

/**
 * Deletes what was never sent and nobody can fetch any more: files removed a day ago, and those of drafts that were given up
 * a day ago. A file that anything else carries stays. The database itself says which these are.
 */
export function deleteUnsentEvidence(): Promise<void> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${filesLock})`);
    await tx.execute(sql`select delete_unsent_evidence()`);
  });
}

/** Takes a file off a draft. What was sent with it keeps it. Refuses as an edit does, and `not_found` when it is gone. */
export function removeEvidence(actor: Actor, input: RemoveEvidenceInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const isThis = eq(evidence.id, input.evidenceId);
    const [found] = await tx
      .select({ submissionId: evidence.submissionId })
      .from(evidence)
      .where(isThis);
    if (!found) throw new Refused(refuse("not_found"));
    const { task, submission } = await lockSubmission(tx, found.submissionId);
    const isVerification = await mayChangeFiles(tx, actor, submission);
    const present = await workingEvidence(tx, submission.id, isVerification);
    const file = present.find(({ id }) => id === input.evidenceId);
    if (!file) throw new Refused(refuse("not_found"));

    await tx.update(evidence).set({ removedAt: now }).where(isThis);
    if (!isVerification) await countAsContributor(tx, actor, submission.id);
    const recorded = {
      ...fileOf(submission.kind, file),
      ...(isVerification && { isVerification }),
    };
    const event = { type: "evidence.removed", ...recorded } as const;
    await recordEvent(tx, actor, event, { task, submissionId: submission.id }, now);
    return { id: file.id };
  });
}

/** Whether these are files of who verifies a completion. Refuses as an edit does, or as 核查销号 does. */
async function mayChangeFiles(tx: Transaction, actor: Actor, submission: Submission) {
  const refusal = await verifyRefusal(tx, actor, submission.id);
  if (refusal) throw new Refused(refusal);
  if (refusal === null) return true as const;
  await outcomeOf(tx, actor, "edit", submission);
  return false as const;
}

function fileOf(kind: SubmissionKind, { name, sha256 }: { name: string; sha256: string }) {
  return { kind, name: recordedName(kind, name), sha256 };
}

/** Who chose the evidence wrote on the submission, and may not decide on it. */
async function countAsContributor(tx: Transaction, actor: Actor, submissionId: string) {
  await tx.insert(contributors).values({ submissionId, userId: actor.id }).onConflictDoNothing();
}
