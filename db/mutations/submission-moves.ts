import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isOpenSubmission, submissionState } from "@/db/queries/submissions/submission-state";
import { submissions } from "@/db/schema/submissions";
import type { VoidCause } from "@/lib/domain/audit/audit-events";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused } from "@/lib/domain/refusals";
import type { SubmissionKind } from "@/lib/domain/submissions/submission-kinds";
import {
  decide,
  type NextState,
  type Outcome,
  type Transition,
} from "@/lib/domain/submissions/submissions";
import { refusalToTell } from "@/lib/domain/submissions/viewing";
import type { LockedTask } from "./locks";
import { recordEvent } from "./record-event";

export type Submission = typeof submissions.$inferSelect;

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

/** Writes the new state of a locked submission; `now` starts the clock of the step it comes to. */
export async function moveTo(tx: Transaction, submission: Submission, next: NextState, now: Date) {
  await tx
    .update(submissions)
    .set({
      ...next,
      stepSince: next.step === null ? null : now,
      version: sql`${submissions.version} + 1`,
    })
    .where(eq(submissions.id, submission.id));
}

/** Closes what is still open of one unit on a task that has moved on without it. What was written stays to be read. */
export async function voidSubmissions(
  tx: Transaction,
  actor: Actor,
  task: LockedTask,
  which: { cause: VoidCause; departmentId?: string; kind?: SubmissionKind; exceptId?: string },
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
        which.exceptId ? ne(submissions.id, which.exceptId) : undefined,
      ),
    )
    .returning({ id: submissions.id, kind: submissions.kind });
  for (const { id, kind } of voided) {
    const event = { type: "submission.voided", kind, cause: which.cause } as const;
    await recordEvent(tx, actor, event, { task, submissionId: id }, now);
  }
}
