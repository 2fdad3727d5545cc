import type { SubmissionKind } from "@/lib/domain/kinds";
import { can, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";

type Viewed = Subject & { kind: SubmissionKind };

/** Whether this person may read a submission. Nobody reads in another's right. */
export function maySee(actor: Actor, submission: Viewed): boolean {
  return can(actor, "submission.view", { ...submission, submissionKind: submission.kind });
}

/**
 * What a person hears who named a submission by its id and is refused: one they may not see is, to them, not there
 * (`not_found`, as its page and its files answer).
 */
export function refusalToTell(actor: Actor, submission: Viewed, refusal: Refusal): Refusal {
  return maySee(actor, submission) ? refusal : refuse("not_found");
}
