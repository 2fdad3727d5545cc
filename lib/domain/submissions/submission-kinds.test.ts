import { expect, test } from "vitest";
import { isReport, submissionKinds } from "@/lib/domain/kinds";
import {
  countersignersOf,
  defaultReviewSteps,
  kindRules,
  type ReviewStep,
  slotOf,
  stepsOf,
} from "./submission-kinds";

test("three kinds are reports; of these but the completion, and of an answer, a no is never final", () => {
  expect(submissionKinds.filter(isReport)).toEqual(["progress", "completion", "contribution"]);
  expect(submissionKinds.filter((kind) => !kindRules[kind].canReject)).toEqual([
    "progress",
    "contribution",
    "answer",
  ]);
});

test("progress and completion share one place, every other kind has its own", () => {
  for (const kind of submissionKinds) {
    const shares = kind === "progress" || kind === "completion";
    expect(slotOf(kind)).toEqual(shares ? ["progress", "completion"] : [kind]);
  }
});

test("by default the unit's head signs and a supervisor reviews (审签、审核)", () => {
  expect(defaultReviewSteps.map(({ by }) => by)).toEqual(["head", "supervisor"]);
});

test("the plan sets the steps, but for an objection (裁定) and a cooperating unit's part", () => {
  const steps: ReviewStep[] = [{ by: "countersign", departmentId: "energy" }, { by: "supervisor" }];
  const stepsBy = (kind: (typeof submissionKinds)[number]) =>
    stepsOf(kind, steps, "ecology").map(({ by }) => by);
  for (const kind of ["progress", "completion", "extension", "adjustment"] as const)
    expect(stepsOf(kind, steps, "ecology")).toEqual(steps);
  expect(stepsBy("objection")).toEqual(["head", "director"]);
  expect(stepsBy("contribution")).toEqual(["head"]);
});

test("a unit does not countersign what its own head signs, unless nobody else has the last word", () => {
  const [head, supervisor] = [{ by: "head" }, { by: "supervisor" }] as const;
  const countersign = { by: "countersign", departmentId: "energy" } as const;
  const route = [head, countersign, supervisor];
  expect(stepsOf("progress", route, "energy")).toEqual([head, supervisor]);
  expect(stepsOf("progress", route, "ecology")).toEqual(route);
  expect(stepsOf("progress", [head, countersign], "energy")).toEqual([head, countersign]);
  expect(stepsOf("progress", [countersign, supervisor], "energy")).toHaveLength(2);
});

test("the steps of a submission are its own: changing them changes no plan", () => {
  const planSteps: ReviewStep[] = [{ by: "head" }];
  stepsOf("progress", planSteps, "ecology").push({ by: "supervisor" });
  expect(planSteps).toHaveLength(1);
});

test("the units that countersign", () => {
  expect(
    countersignersOf([
      { by: "head", departmentId: "ecology" },
      { by: "countersign", departmentId: "energy" },
      { by: "supervisor" },
    ]),
  ).toEqual(["energy"]);
});
