import type { SubmissionKind } from "@/lib/domain/kinds";
import { type Permission, refusalFor } from "@/lib/domain/people/permissions";
import { type Actor, type Capacity, capacitiesOf } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { statusRefusal, type TaskStatus } from "@/lib/domain/tasks/tasks";
import { kindRules, type ReviewStep, reviewerRole } from "./submission-kinds";

export const submissionStatuses = [
  "draft",
  "in_review",
  "returned",
  "approved",
  "rejected",
  "discarded",
] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];

/** Not yet at its end: a task has one such report at a time, and one such request of each other kind. */
export const openStatuses = [
  "draft",
  "in_review",
  "returned",
] as const satisfies SubmissionStatus[];

type TransitionRule = {
  from: readonly SubmissionStatus[];
  permission: Permission;
  to: SubmissionStatus | "next_step" | "unchanged";
  needsReason?: boolean;
  /** Still possible once the task has moved on. */
  always?: boolean;
};

/** The whole workflow of a submission. A new possibility is one row here, one event and its sentence. */
export const transitions = {
  edit: { from: ["draft", "returned"], permission: "submission.write", to: "unchanged" },
  submit: { from: ["draft", "returned"], permission: "submission.write", to: "in_review" },
  withdraw: { from: ["in_review"], permission: "submission.write", to: "draft", always: true },
  discard: {
    from: ["draft", "returned"],
    permission: "submission.write",
    to: "discarded",
    always: true,
  },
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
  taskStatus: TaskStatus;
  leadDepartmentId: string | null;
  cooperatingIds: readonly string[];
  countersignIds: readonly string[];
  /** The unit that writes it. */
  departmentId: string;
  /** Every person who edited, sent or attached, from whichever of their accounts: nobody decides on what they wrote. */
  contributorIds: readonly string[];
  /** The persons who have already decided on the present revision, or had it decided for them: one person counts once. */
  deciderIds: readonly string[];
};

export type NextState = { status: SubmissionStatus; step: number | null };

/** A transition that is allowed: where it leads, and for whom the person stands in (授权代签), if for anybody. */
export type Outcome = { next: NextState; onBehalfOf: Capacity | null };

/** Why this person may not take this transition now, or null. A missing reason is `decide`'s matter. */
export function transitionRefusal(
  actor: Actor,
  transition: Transition,
  subject: SubmissionState,
): Refusal | null {
  const allowed = capacityFor(actor, transition, subject);
  return "refusal" in allowed ? allowed.refusal : null;
}

/** The state after the transition, or the refusal that names the rule. */
export function decide(
  actor: Actor,
  transition: Transition,
  subject: SubmissionState,
  reason?: string,
): { refusal: Refusal } | Outcome {
  const allowed = capacityFor(actor, transition, subject);
  if ("refusal" in allowed) return allowed;
  const rule: TransitionRule = transitions[transition];
  if (rule.needsReason && !reason?.trim())
    return { refusal: refuse("reason_required", { field: "reason" }) };
  const onBehalfOf = allowed.capacity.id === actor.id ? null : allowed.capacity;
  return { next: nextState(rule.to, subject), onBehalfOf };
}

/** Why what is being written cannot be sent for now, whoever writes it, or null: its task is not received, suspended or closed. */
export function heldBy({
  kind,
  status,
  taskStatus,
}: Pick<SubmissionState, "kind" | "status" | "taskStatus">): Refusal | null {
  const { from }: TransitionRule = transitions.submit;
  return from.includes(status) ? statusRefusal(taskStatus, kindRules[kind].during) : null;
}

/** The buttons a person gets: the rule itself, asked once for each transition. */
export function availableTransitions(actor: Actor, subject: SubmissionState): Transition[] {
  return transitionNames.filter((name) => transitionRefusal(actor, name, subject) === null);
}

/** In whose right this person takes the transition: their own if it suffices, else that of somebody they stand in for. */
function capacityFor(
  actor: Actor,
  transition: Transition,
  subject: SubmissionState,
): { refusal: Refusal } | { capacity: Capacity } {
  const rule: TransitionRule = transitions[transition];
  const decides = rule.permission === "submission.decide";
  const units = { ...subject, submissionKind: subject.kind };
  const [own, ...lent] = capacitiesOf(actor);
  let refusal: Refusal | null = null;
  for (const capacity of decides ? [own, ...lent] : [own]) {
    if (!capacity) continue;
    const because =
      refusalFor(capacity, rule.permission, units) ??
      stateRefusal(transition, rule, subject) ??
      (decides ? reviewerRefusal(actor, capacity, subject) : null);
    if (!because) return { capacity };
    // Why a deputy may not is said in the right that came nearest.
    refusal = refusal === null || refusal.code === "not_allowed" ? because : refusal;
  }
  return { refusal: refusal ?? refuse("not_allowed") };
}

function stateRefusal(
  transition: Transition,
  rule: TransitionRule,
  { kind, status, taskStatus }: SubmissionState,
): Refusal | null {
  if (transition === "reject" && !kindRules[kind].canReject)
    return refuse("submission_kind_cannot");
  if (!rule.from.includes(status)) return refuse("submission_wrong_status", { params: { status } });
  return rule.always ? null : statusRefusal(taskStatus, kindRules[kind].during);
}

function reviewerRefusal(
  actor: Actor,
  capacity: Capacity,
  subject: SubmissionState,
): Refusal | null {
  const step = subject.reviewSteps[(subject.step ?? 0) - 1];
  if (!step || !isAt(step, capacity, subject)) return refuse("submission_not_your_step");
  const persons = [actor.personId, capacity.personId];
  if (persons.some((id) => subject.contributorIds.includes(id)))
    return refuse("submission_own_work");
  if (persons.some((id) => subject.deciderIds.includes(id)))
    return refuse("submission_already_decided");
  return null;
}

function isAt(step: ReviewStep, { role, departmentId }: Capacity, subject: SubmissionState) {
  if (role !== reviewerRole[step.by]) return false;
  return role !== "head" || departmentId === unitAtStep(subject);
}

/** The unit whose head decides at the present step: the one that wrote (审签), or that countersigns (会签). Null elsewhere. */
export function unitAtStep({ step, reviewSteps, departmentId }: SubmissionState): string | null {
  const present = reviewSteps[(step ?? 0) - 1];
  if (present?.by === "head") return departmentId;
  return (present?.by === "countersign" && present.departmentId) || null;
}

function nextState(to: TransitionRule["to"], subject: SubmissionState): NextState {
  if (to === "unchanged") return { status: subject.status, step: subject.step };
  if (to === "next_step") return stepAfter(subject);
  return { status: to, step: to === "in_review" ? 1 : null };
}

function stepAfter({ step, reviewSteps }: SubmissionState): NextState {
  const next = (step ?? 0) + 1;
  return next > reviewSteps.length
    ? { status: "approved", step: null }
    : { status: "in_review", step: next };
}
