import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { LockedTask } from "@/db/mutations/locks";
import { recordEvent } from "@/db/mutations/record-event";
import { isOpenSubmission, submissionState } from "@/db/queries/submissions/submission-state";
import { type revisions, submissions } from "@/db/schema/submissions";
import type { VoidCause } from "@/lib/domain/audit/audit-events";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import {
  decide,
  type NextState,
  type Outcome,
  type Transition,
} from "@/lib/domain/submissions/submissions";
import { refusalToTell } from "@/lib/domain/submissions/viewing";

export type Submission = typeof submissions.$inferSelect;
type Revision = typeof revisions.$inferSelect;

/** What was approved for good, by whom and when: what each kind's effect is told. */
export type Approved<Kind extends TypedContent["kind"] = TypedContent["kind"]> = {
  actor: Actor;
  task: LockedTask;
  submission: Submission;
  revision: Revision;
  now: Date;
  /** Whether nobody may read it before its release check. */
  awaitsRelease: boolean;
  /** Whether the day of completion that it states is confirmed. */
  confirmsCompletedOn: boolean;
} & Extract<TypedContent, { kind: Kind }>;

/**
 * Asks the transition table where a locked submission goes. Refuses what the table refuses, and `not_found` to whoever may
 * not see the submission.
 */
export async function outcomeOf(
  tx: Transaction,
  actor: Actor,
  transition: Transition,
  submission: Pick<Submission, "id">,
  reason?: string,
): Promise<Outcome> {
  const state = await submissionState(tx, submission.id);
  const outcome = decide(actor, transition, state, reason);
  if ("refusal" in outcome) throw new Refused(refusalToTell(actor, state, outcome.refusal));
  return outcome;
}

/**
 * Writes the new state of a locked submission; `now` starts the clock of the step it comes to. One statement names what
 * was seen, and changes nothing when that is no longer so: `submission_changed`.
 */
export async function moveTo(
  tx: Transaction,
  { id, status, step, version }: Submission,
  next: NextState,
  now: Date,
) {
  const moved = await tx
    .update(submissions)
    .set({ ...next, stepSince: next.step === null ? null : now, version: version + 1 })
    .where(
      and(
        eq(submissions.id, id),
        eq(submissions.status, status),
        sql`${submissions.step} is not distinct from ${step}`,
        eq(submissions.version, version),
      ),
    )
    .returning({ id: submissions.id });
  if (moved.length === 0) throw new Refused(refuse("submission_changed"));
}

/** Closes what is still open of one unit on a task that has moved on without it. What was written stays to be read. */
export async function voidSubmissions(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  which: {
    cause: VoidCause;
    departmentId?: string;
    kind?: SubmissionKind;
    letterId?: string;
    exceptId?: string;
  },
  now: Date,
) {
  const voided = await tx
    .update(submissions)
    .set({
      status: "discarded",
      step: null,
      stepSince: null,
      version: sql`${submissions.version} + 1`,
    })
    .where(
      and(
        eq(submissions.taskId, task.id),
        isOpenSubmission,
        which.departmentId ? eq(submissions.departmentId, which.departmentId) : undefined,
        which.kind ? eq(submissions.kind, which.kind) : undefined,
        which.letterId ? eq(submissions.letterId, which.letterId) : undefined,
        which.exceptId ? ne(submissions.id, which.exceptId) : undefined,
      ),
    )
    .returning({ id: submissions.id, kind: submissions.kind });
  for (const { id, kind } of voided) {
    const event = { type: "submission.voided", kind, cause: which.cause } as const;
    await recordEvent(tx, actor, event, { task, submissionId: id }, now);
  }
}
