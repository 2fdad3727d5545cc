import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Role } from "@/lib/domain/people/roles";
import { type TaskStatus, taskStatuses } from "@/lib/domain/tasks/tasks";

/**
 * Who decides at a step, within so many working days: the head of the unit that wrote (审签), the head of a named unit
 * (会签), a supervisor (审核), or for an objection the office director (裁定).
 */
export const reviewers = ["head", "countersign", "supervisor", "director"] as const;
export type Reviewer = (typeof reviewers)[number];
export type ReviewStep = { by: Reviewer; departmentId?: string; workdays?: number };

/** Steps that were sent before there was a director, as they are decided on today: the administrator's ruling is theirs. */
export function presentSteps(steps: readonly (ReviewStep | { by: "admin" })[]): ReviewStep[] {
  return steps.map((step) => (step.by === "admin" ? { ...step, by: "director" } : step));
}

export const reviewerRole: Record<Reviewer, Role> = {
  head: "head",
  countersign: "head",
  supervisor: "supervisor",
  director: "director",
};

export const defaultReviewSteps: ReviewStep[] = [
  { by: "head", workdays: 2 },
  { by: "supervisor", workdays: 5 },
];

type KindRule = {
  /** When the task lets it be written, sent and decided. */
  during: readonly TaskStatus[];
  /** Its own review steps; null takes the plan's. */
  steps: readonly ReviewStep[] | null;
  /** Whether a no can be final. A report is returned to be mended instead. */
  canReject: boolean;
};

/** What is particular to each kind; everything else is the one transition table of submissions.ts. */
export const kindRules: Record<SubmissionKind, KindRule> = {
  progress: { during: ["active"], steps: null, canReject: false },
  completion: { during: ["active"], steps: null, canReject: true },
  extension: { during: ["active"], steps: null, canReject: true },
  adjustment: { during: ["active", "suspended"], steps: null, canReject: true },
  objection: {
    during: ["assigned"],
    steps: [
      { by: "head", workdays: 1 },
      { by: "director", workdays: 2 },
    ],
    canReject: true,
  },
  contribution: { during: ["active"], steps: [{ by: "head", workdays: 2 }], canReject: false },
  /** A citizen is answered whatever has become of the task. */
  answer: { during: taskStatuses, steps: null, canReject: false },
};

/** The kinds that share a place: a task has one open progress or completion report, and one open request of each other kind. */
export function slotOf(kind: SubmissionKind): SubmissionKind[] {
  return kind === "progress" || kind === "completion" ? ["progress", "completion"] : [kind];
}

/**
 * The review steps of a new submission of a unit: its kind's own, or the plan's. A unit that would countersign (会签) what
 * its own head signs (审签) is not asked twice, unless nobody else would have the last word.
 */
export function stepsOf(
  kind: SubmissionKind,
  planSteps: readonly ReviewStep[],
  departmentId: string,
): ReviewStep[] {
  const steps = kindRules[kind].steps ?? planSteps;
  const isOwn = (step: ReviewStep) =>
    step.by === "countersign" && step.departmentId === departmentId;
  const others = steps.filter((step) => !isOwn(step));
  const isSigned = steps.some(({ by }) => by === "head") && others.at(-1)?.by !== "head";
  return isSigned ? others : [...steps];
}

/** The units whose heads countersign (会签). */
export function countersignersOf(steps: readonly ReviewStep[]): string[] {
  return steps.flatMap(({ by, departmentId }) =>
    by === "countersign" && departmentId ? [departmentId] : [],
  );
}
