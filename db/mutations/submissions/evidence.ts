import { eq, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { lockSubmission } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { storedEvidence, workingEvidence } from "@/db/queries/submissions/evidence";
import { evidence, files } from "@/db/schema/evidence";
import { users } from "@/db/schema/people";
import { contributors } from "@/db/schema/submissions";
import { recordedName } from "@/lib/domain/audit/audit-events";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import {
  type AttachInput,
  countRefusal,
  type EvidenceFile,
  quotaRefusal,
  type RemoveEvidenceInput,
} from "@/lib/domain/submissions/evidence";
import { outcomeOf } from "./submission-moves";

/** Attaching shares it, deleting has it alone. */
const filesLock = 7_204_113;

/**
 * Attaches a file, already checked, to a draft or a returned submission. Bytes are kept once by their digest; the same
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
    await outcomeOf(tx, actor, "edit", submission);
    const { name, sha256, mediaType, size } = record;
    const present = await workingEvidence(tx, submissionId);
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
      .values({ submissionId, sha256, name, uploadedById: actor.id, uploadedAt: now })
      .returning({ id: evidence.id });
    if (!attached) throw new Error("The evidence was not inserted");
    await countAsContributor(tx, actor, submissionId);
    const { kind } = submission;
    const file = { kind, name: recordedName(kind, name), sha256 };
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
    await outcomeOf(tx, actor, "edit", submission);
    const present = await workingEvidence(tx, submission.id);
    const file = present.find(({ id }) => id === input.evidenceId);
    if (!file) throw new Refused(refuse("not_found"));

    await tx.update(evidence).set({ removedAt: now }).where(isThis);
    await countAsContributor(tx, actor, submission.id);
    const { kind } = submission;
    const recorded = { kind, name: recordedName(kind, file.name), sha256: file.sha256 };
    const event = { type: "evidence.removed", ...recorded } as const;
    await recordEvent(tx, actor, event, { task, submissionId: submission.id }, now);
    return { id: file.id };
  });
}

/** Who chose the evidence wrote on the submission, and may not decide on it. */
async function countAsContributor(tx: Transaction, actor: Actor, submissionId: string) {
  await tx.insert(contributors).values({ submissionId, userId: actor.id }).onConflictDoNothing();
}
