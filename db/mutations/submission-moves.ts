import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { submissionState } from "@/db/queries/submission-state";
import { submissions } from "@/db/schema/submissions";
import { Refused } from "@/lib/domain/refusals";
import type { Actor } from "@/lib/domain/roles";
import { decide, type NextState, type Transition } from "@/lib/domain/submissions";
import { type LockedTask, reviewStepsOf } from "./locks";

export type Submission = typeof submissions.$inferSelect;

/** Asks the transition table where a locked submission goes; throws its refusal. */
export async function nextState(
  tx: Transaction,
  actor: Actor,
  transition: Transition,
  submission: Submission,
  task: LockedTask,
  reason?: string,
): Promise<NextState> {
  const steps = await reviewStepsOf(tx, task.planId);
  const state = await submissionState(tx, submission, task.leadDepartmentId, steps);
  const outcome = decide(actor, transition, state, reason);
  if ("refusal" in outcome) throw new Refused(outcome.refusal);
  return outcome.next;
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
