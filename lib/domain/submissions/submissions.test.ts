import { expect, test } from "vitest";
import { person, submission } from "@/lib/domain/people/people.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { defaultReviewSteps } from "./submission-kinds";
import { availableTransitions, decide } from "./submissions";

// Every cell of the table is in submissions.matrix.test.ts; here is what a person would ask about it.

const official = person("official");
const head = person("head");
const supervisor = person("supervisor", "inspection-office");
const inReview = submission({ status: "in_review" });
const atSupervisor = { ...inReview, step: 2, deciderIds: [head.id] };

const outcome = (...asked: Parameters<typeof decide>) => {
  const decided = decide(...asked);
  return "refusal" in decided ? decided.refusal.code : decided.next;
};

test("the head's approval leads to the supervisor's step, and the supervisor's closes", () => {
  expect(outcome(head, "approve", inReview)).toEqual({ status: "in_review", step: 2 });
  expect(outcome(supervisor, "approve", atSupervisor)).toEqual({ status: "approved", step: null });
});

test("what was returned can be edited, sent again and so finished", () => {
  const returned = submission({ status: "returned" });
  expect(availableTransitions(official, returned)).toEqual(["edit", "submit", "discard"]);
  expect(outcome(official, "submit", returned)).toEqual({ status: "in_review", step: 1 });
});

test("the unit may withdraw at the supervisor's step too, while nobody has decided there", () => {
  expect(outcome(official, "withdraw", atSupervisor)).toEqual({ status: "draft", step: null });
});

test("a plan may set any number of steps", () => {
  const three = [...defaultReviewSteps, { by: "supervisor" as const }];
  const last = submission({ status: "in_review", step: 3, reviewSteps: three });
  expect(outcome(supervisor, "approve", last)).toEqual({ status: "approved", step: null });
});

test("the named unit's head countersigns, and no other head does (会签)", () => {
  const reviewSteps = [{ by: "countersign" as const, departmentId: "energy" }];
  const subject = submission({ status: "in_review", reviewSteps, countersignIds: ["energy"] });
  expect(outcome(person("head", "energy"), "approve", subject)).toMatchObject({
    status: "approved",
  });
  expect(outcome(head, "approve", subject)).toBe("submission_not_your_step");
  expect(outcome(person("head", "housing"), "approve", subject)).toBe("other_unit");
});

test("a supervisor who did not handle it before decides as any other", () => {
  expect(
    outcome(person("supervisor", "elsewhere", "wu"), "return", atSupervisor, "请补充"),
  ).toEqual({ status: "returned", step: null });
});

test("nobody decides on what they wrote", () => {
  const ownWork = { ...inReview, contributorIds: [official.id, head.id] };
  expect(outcome(head, "approve", ownWork)).toBe("submission_own_work");
  expect(availableTransitions(head, ownWork)).toEqual(["withdraw"]);
});

test("one person counts once on a revision", () => {
  const reviewSteps = [{ by: "supervisor" as const }, { by: "supervisor" as const }];
  const second = submission({
    status: "in_review",
    step: 2,
    reviewSteps,
    deciderIds: [supervisor.id],
  });
  expect(outcome(supervisor, "approve", second)).toBe("submission_already_decided");
});

test.each(["return", "reject"] as const)("a %s needs a reason, and blanks are none", (name) => {
  const completion = submission({ kind: "completion", status: "in_review" });
  expect(decide(head, name, completion, " \n ")).toEqual({
    refusal: { code: "reason_required", field: "reason" },
  });
});

test("the buttons follow the rule", () => {
  expect(availableTransitions(official, submission())).toEqual(["edit", "submit", "discard"]);
  expect(availableTransitions(official, inReview)).toEqual(["withdraw"]);
  expect(availableTransitions(head, inReview)).toEqual(["withdraw", "approve", "return"]);
  expect(availableTransitions(person("official", "energy"), submission())).toEqual([]);
  expect(availableTransitions(supervisor, submission({ status: "approved" }))).toEqual([]);
});

test("what the former lead wrote is nobody's to go on with", () => {
  const left = submission({ leadDepartmentId: "energy" });
  expect(outcome(official, "edit", left)).toBe("other_unit");
  expect(outcome(person("official", "energy"), "edit", left)).toBe("other_unit");
});

const deputyFor = (deputy: Actor, ...principals: Actor[]) => ({
  ...deputy,
  standsInFor: principals,
});
const otherOfficial = person("official", "ecology", "wang");

test("a deputy decides in the right of another, and it is said whose", () => {
  expect(decide(deputyFor(otherOfficial, head), "approve", inReview)).toMatchObject({
    next: { step: 2 },
    onBehalfOf: { id: head.id },
  });
});

test("who may decide in their own right stands in for nobody", () => {
  const deputy = deputyFor(person("head", "ecology", "deputy-head"), head);
  expect(decide(deputy, "approve", inReview)).toMatchObject({ onBehalfOf: null });
});

test("neither a deputy nor the principal may have written it", () => {
  expect(outcome(deputyFor(official, head), "approve", inReview)).toBe("submission_own_work");
  const byHead = { ...inReview, contributorIds: [head.id] };
  expect(outcome(deputyFor(otherOfficial, head), "approve", byHead)).toBe("submission_own_work");
});

test("neither a deputy nor the principal counts twice", () => {
  const reviewSteps = [{ by: "head" as const }, { by: "head" as const }];
  const second = submission({ status: "in_review", step: 2, reviewSteps });
  for (const id of [head.id, otherOfficial.id])
    expect(
      outcome(deputyFor(otherOfficial, head), "approve", { ...second, deciderIds: [id] }),
    ).toBe("submission_already_decided");
});

test("a deputy writes in nobody's right but their own", () => {
  const stranger = deputyFor(person("official", "energy"), head);
  expect(outcome(stranger, "edit", submission())).toBe("other_unit");
  expect(outcome(stranger, "withdraw", inReview)).toBe("other_unit");
});
