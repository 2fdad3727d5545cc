import { describe, expect, test } from "vitest";
import { person } from "./people.fixture";
import {
  availableTransitions,
  type Decision,
  decide,
  defaultReviewSteps,
  type SubmissionState,
  type SubmissionStatus,
  submissionKinds,
  submissionStatuses,
  type Transition,
  transitionNames,
} from "./submissions";

const official = person("official");
const head = person("head");
const supervisor = person("supervisor", "inspection-office");

function state(changes: Partial<SubmissionState> = {}): SubmissionState {
  return {
    kind: "progress",
    status: "draft",
    step: changes.status === "in_review" ? 1 : null,
    reviewSteps: defaultReviewSteps,
    leadDepartmentId: "ecology",
    contributorIds: [official.id],
    deciderIds: [],
    ...changes,
  };
}

/** The table as house.md has it, told a second time by hand: for the right person, where each transition leads. */
const leadsTo: Record<Transition, Partial<Record<SubmissionStatus, SubmissionStatus>>> = {
  edit: { draft: "draft", returned: "returned" },
  submit: { draft: "in_review", returned: "in_review" },
  withdraw: { in_review: "draft" },
  discard: { draft: "discarded", returned: "discarded" },
  approve: { in_review: "in_review" },
  return: { in_review: "returned" },
  reject: { in_review: "rejected" },
};

describe.each(submissionKinds)("every cell of the table, for %s", (kind) => {
  const cells = transitionNames.flatMap((name) =>
    submissionStatuses.map((status) => ({ name, status })),
  );
  test.each(cells)("$name from $status", ({ name, status }) => {
    const actor = ["approve", "return", "reject"].includes(name) ? head : official;
    const outcome = decide(actor, name, state({ kind, status }), "说明不清");
    const to = name === "reject" && kind === "progress" ? undefined : leadsTo[name][status];
    if (to) expect(outcome).toMatchObject({ next: { status: to } });
    else
      expect(outcome).toMatchObject({
        refusal: {
          code:
            name === "reject" && kind === "progress"
              ? "submission_kind_cannot"
              : "submission_wrong_status",
        },
      });
  });
});

test("the head's approval leads to the supervisor's step, and the supervisor's closes", () => {
  const inReview = state({ status: "in_review" });
  expect(decide(head, "approve", inReview)).toEqual({ next: { status: "in_review", step: 2 } });
  const atSupervisor = { ...inReview, step: 2, deciderIds: [head.id] };
  expect(decide(supervisor, "approve", atSupervisor)).toEqual({
    next: { status: "approved", step: null },
  });
});

test("the unit may withdraw at the supervisor's step too, while nobody has decided there", () => {
  const atSupervisor = state({ status: "in_review", step: 2, deciderIds: [head.id] });
  expect(decide(official, "withdraw", atSupervisor)).toEqual({
    next: { status: "draft", step: null },
  });
});

test("a plan may set any number of steps", () => {
  const three = [...defaultReviewSteps, { by: "supervisor" as const }];
  const last = state({ status: "in_review", step: 3, reviewSteps: three });
  expect(decide(supervisor, "approve", last)).toEqual({ next: { status: "approved", step: null } });
});

test.each(["approve", "return"] as Decision[])("nobody may %s at somebody else's step", (name) => {
  expect(decide(supervisor, name, state({ status: "in_review", step: 1 }), "理由")).toEqual({
    refusal: { code: "submission_not_your_step" },
  });
  expect(decide(head, name, state({ status: "in_review", step: 2 }), "理由")).toEqual({
    refusal: { code: "submission_not_your_step" },
  });
});

test("nobody decides on what they wrote", () => {
  const ownWork = state({ status: "in_review", contributorIds: [official.id, head.id] });
  expect(decide(head, "approve", ownWork)).toEqual({ refusal: { code: "submission_own_work" } });
  expect(availableTransitions(head, ownWork)).toEqual(["withdraw"]);
});

test("one person counts once on a revision", () => {
  const twoSupervisors = [{ by: "supervisor" as const }, { by: "supervisor" as const }];
  const second = state({
    status: "in_review",
    step: 2,
    reviewSteps: twoSupervisors,
    deciderIds: [supervisor.id],
  });
  expect(decide(supervisor, "approve", second)).toEqual({
    refusal: { code: "submission_already_decided" },
  });
});

test.each(["return", "reject"] as const)("a %s needs a reason, and blanks are none", (name) => {
  const completion = state({ kind: "completion", status: "in_review" });
  expect(decide(head, name, completion, " \n ")).toEqual({
    refusal: { code: "reason_required", field: "reason" },
  });
});

test("the buttons follow the rule", () => {
  expect(availableTransitions(official, state())).toEqual(["edit", "submit", "discard"]);
  expect(availableTransitions(official, state({ status: "in_review" }))).toEqual(["withdraw"]);
  expect(availableTransitions(head, state({ status: "in_review" }))).toEqual([
    "withdraw",
    "approve",
    "return",
  ]);
  expect(availableTransitions(person("official", "energy"), state())).toEqual([]);
  expect(availableTransitions(supervisor, state({ status: "approved" }))).toEqual([]);
});
