import { eq, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { answeredLetter } from "@/db/mutations/letters/letters";
import { type LockedTask, lockOpenSubmission, lockTask } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { cooperatingIdsOf } from "@/db/queries/tasks/cooperators";
import { contributors, submissions } from "@/db/schema/submissions";
import type { Actor } from "@/lib/domain/people/roles";
import { secrecyIn } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import type { SaveDraftInput } from "@/lib/domain/submissions/inputs";
import { writeRefusal } from "@/lib/domain/submissions/writing";
import { outcomeOf, type Submission } from "./submission-moves";

/**
 * Saves what a person has typed so far, opening the draft at the first save. Refuses another unit, a task whose status
 * does not allow the kind, a secrecy marking, and a `version` that is no longer the present one (`submission_changed`):
 * nothing is overwritten unseen.
 */
export function saveDraft(actor: Actor, input: SaveDraftInput, now: Date) {
  return database().transaction(async (tx) => {
    insist(secrecyIn(input));
    const task = await lockTask(tx, { code: input.code });
    const draft = await writeDraft(tx, actor, task, input, now);
    return { submissionId: draft.id, version: draft.version, savedAt: now.toISOString() };
  });
}

/** Writes the draft of a locked task: the first half of a submit, and all of a save. */
export async function writeDraft(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  input: SaveDraftInput,
  now: Date,
): Promise<Submission> {
  const { kind, content } = input;
  const { departmentId } = actor;
  const cooperatingIds = await cooperatingIdsOf(tx, task.id);
  insist(writeRefusal(actor, kind, { ...task, cooperatingIds }));
  const letterId = await answeredLetter(tx, task, input);
  const place = { taskId: task.id, departmentId, kind, letterId };
  const open = await lockOpenSubmission(tx, place);
  if (open) await outcomeOf(tx, actor, "edit", open);
  if ((open?.version ?? null) !== input.version) throw new Refused(refuse("submission_changed"));

  const draft = open
    ? await updateDraft(tx, open, { kind, content, savedAt: now })
    : await openDraft(tx, actor, task, { kind, content, departmentId, letterId }, now);
  await tx
    .insert(contributors)
    .values({ submissionId: draft.id, userId: actor.id })
    .onConflictDoNothing();
  return draft;
}

async function openDraft(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  written: Pick<Submission, "kind" | "content" | "departmentId" | "letterId">,
  now: Date,
) {
  const [draft] = await tx
    .insert(submissions)
    .values({ ...written, taskId: task.id, createdById: actor.id, createdAt: now, savedAt: now })
    .returning();
  if (!draft) throw new Error("The draft was not inserted");
  const subject = { task, submissionId: draft.id };
  await recordEvent(tx, actor, { type: "submission.drafted", kind: draft.kind }, subject, now);
  return draft;
}

async function updateDraft(
  tx: Transaction,
  open: Submission,
  written: Pick<Submission, "kind" | "content" | "savedAt">,
) {
  const [draft] = await tx
    .update(submissions)
    .set({ ...written, version: sql`${submissions.version} + 1` })
    .where(eq(submissions.id, open.id))
    .returning();
  if (!draft) throw new Error("The draft was not updated");
  return draft;
}
