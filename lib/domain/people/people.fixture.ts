import { defaultReviewSteps } from "@/lib/domain/submissions/submission-kinds";
import type { SubmissionState } from "@/lib/domain/submissions/submissions";
import type { Actor, Role } from "./roles";

/** The lead unit of the tests' task is "ecology", a cooperating one "housing", and "energy" has no part in it. */
export function person(
  role: Role,
  departmentId = "ecology",
  id = `${departmentId}-${role}`,
): Actor {
  return {
    id,
    personId: id,
    name: id,
    role,
    departmentId,
    departmentName: departmentId,
    branchIds: null,
    isDemo: false,
    standsInFor: [],
    request: { id: "test", ip: null },
  };
}

export const task = { leadDepartmentId: "ecology", cooperatingIds: ["housing"] };

/** A progress report of that task, at its first step once it is in review. */
export function submission(changes: Partial<SubmissionState> = {}): SubmissionState {
  return {
    kind: "progress",
    status: "draft",
    step: changes.status === "in_review" ? 1 : null,
    reviewSteps: defaultReviewSteps,
    taskStatus: "active",
    ...task,
    countersignIds: [],
    departmentId: "ecology",
    contributorIds: ["ecology-official"],
    deciderIds: [],
    ...changes,
  };
}
