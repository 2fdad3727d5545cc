import { type Permission, refusalFor } from "./permissions";
import { type Refusal, refuse } from "./refusals";
import type { Actor } from "./roles";

/** Every request that needs somebody's yes is a submission (报审件) of one kind. */
export const submissionKinds = ["progress", "completion"] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

export const submissionStatuses = [
  "draft",
  "in_review",
  "returned",
  "approved",
  "rejected",
  "discarded",
] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];

/** Who decides at a step: the head of the lead unit (审签) or a supervisor (审核). */
export const reviewers = ["head", "supervisor"] as const;
export type ReviewStep = { by: (typeof reviewers)[number] };
export const defaultReviewSteps: ReviewStep[] = [{ by: "head" }, { by: "supervisor" }];

type TransitionRule = {
  from: readonly SubmissionStatus[];
  permission: Permission;
  to: SubmissionStatus | "next_step" | "unchanged";
  needsReason?: boolean;
  kinds?: readonly SubmissionKind[];
};

/** The whole workflow of a submission. A new possibility is one row here, one event and its sentence. */
export const transitions = {
  edit: { from: ["draft", "returned"], permission: "submission.write", to: "unchanged" },
  submit: { from: ["draft", "returned"], permission: "submission.write", to: "in_review" },
  withdraw: { from: ["in_review"], permission: "submission.write", to: "draft" },
  discard: { from: ["draft", "returned"], permission: "submission.write", to: "discarded" },
  approve: { from: ["in_review"], permission: "submission.decide", to: "next_step" },
  return: {
    from: ["in_review"],
    permission: "submission.decide",
    to: "returned",
    needsReason: true,
  },
  reject: {
    from: ["in_review"],
    permission: "submission.decide",
    to: "rejected",
    needsReason: true,
    kinds: ["completion"],
  },
} as const satisfies Record<string, TransitionRule>;

export type Transition = keyof typeof transitions;
export const transitionNames = Object.keys(transitions) as Transition[];
export const decisions = ["approve", "return", "reject"] as const;
export type Decision = (typeof decisions)[number];

export type SubmissionState = {
  kind: SubmissionKind;
  status: SubmissionStatus;
  /** 1-based; null outside review. */
  step: number | null;
  reviewSteps: readonly ReviewStep[];
  leadDepartmentId: string | null;
  /** Everyone who edited or submitted: nobody decides on what they wrote. */
  contributorIds: readonly string[];
  /** Who has already decided on the present revision: one person counts once. */
  deciderIds: readonly string[];
};

export type NextState = { status: SubmissionStatus; step: number | null };

/** Why this person may not take this transition now, or null. A missing reason is `decide`'s matter. */
export function transitionRefusal(
  actor: Actor,
  transition: Transition,
  subject: SubmissionState,
): Refusal | null {
  const rule: TransitionRule = transitions[transition];
  const refusal = refusalFor(actor, rule.permission, subject);
  if (refusal) return refusal;
  if (rule.kinds && !rule.kinds.includes(subject.kind)) return refuse("submission_kind_cannot");
  if (!rule.from.includes(subject.status))
    return refuse("submission_wrong_status", { params: { status: subject.status } });
  return rule.permission === "submission.decide" ? reviewerRefusal(actor, subject) : null;
}

function reviewerRefusal(actor: Actor, subject: SubmissionState): Refusal | null {
  const step = subject.reviewSteps[(subject.step ?? 0) - 1];
  if (step?.by !== actor.role) return refuse("submission_not_your_step");
  if (subject.contributorIds.includes(actor.id)) return refuse("submission_own_work");
  if (subject.deciderIds.includes(actor.id)) return refuse("submission_already_decided");
  return null;
}

/** The state after the transition, or the refusal that names the rule. */
export function decide(
  actor: Actor,
  transition: Transition,
  subject: SubmissionState,
  reason?: string,
): { refusal: Refusal } | { next: NextState } {
  const refusal = transitionRefusal(actor, transition, subject);
  if (refusal) return { refusal };
  const rule: TransitionRule = transitions[transition];
  if (rule.needsReason && !reason?.trim())
    return { refusal: refuse("reason_required", { field: "reason" }) };
  if (rule.to === "unchanged") return { next: { status: subject.status, step: subject.step } };
  if (rule.to === "next_step") return { next: stepAfter(subject) };
  return { next: { status: rule.to, step: rule.to === "in_review" ? 1 : null } };
}

function stepAfter(subject: SubmissionState): NextState {
  const step = (subject.step ?? 0) + 1;
  return step > subject.reviewSteps.length
    ? { status: "approved", step: null }
    : { status: "in_review", step };
}

/** The buttons a person gets: the rule itself, asked once for each transition. */
export function availableTransitions(actor: Actor, subject: SubmissionState): Transition[] {
  return transitionNames.filter((name) => transitionRefusal(actor, name, subject) === null);
}
