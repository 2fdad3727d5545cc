import { expect, test } from "vitest";
import { submissionKinds } from "@/lib/domain/kinds";
import { person } from "@/lib/domain/people/people.fixture";
import { roles } from "@/lib/domain/people/roles";
import { type Cell, expectedById, expectedOf, type Part } from "./matrix.fixture";
import { reviewers } from "./submission-kinds";
import { submissionStatuses, transitionNames, transitionRefusal } from "./submissions";
import { refusalToTell } from "./viewing";

const parts: Part[] = ["lead", "cooperating", "countersigning", "parent", "other"];
const within = {
  leadDepartmentId: "lead",
  cooperatingIds: ["cooperating"],
  countersignIds: ["countersigning"],
  parentLeadId: "parent",
};
const reviewSteps = reviewers.map((by) => ({ by, departmentId: "countersigning" }));
const everyone = roles.flatMap((role) => parts.map((part) => ({ role, part })));
const fresh = { contributed: false, decided: false };

function told(cell: Cell, { role, part }: (typeof everyone)[number], submitted = true) {
  const submission = {
    ...{ ...cell, ...within, reviewSteps, contributorIds: [], deciderIds: [], submitted },
    step: cell.reviewer && reviewers.indexOf(cell.reviewer) + 1,
    departmentId: cell.kind === "contribution" ? "cooperating" : "lead",
  };
  const refusal = transitionRefusal(person(role, part), cell.transition, submission);
  return refusal ? refusalToTell(person(role, part), submission, refusal).code : "allowed";
}

test.each(submissionKinds)("%s: whoever may not read it hears that it is not there", (kind) => {
  for (const transition of transitionNames)
    for (const status of submissionStatuses)
      for (const reviewer of status === "in_review" ? reviewers : [null])
        for (const someone of everyone) {
          const cell: Cell = { transition, kind, status, reviewer, taskStatus: "active" };
          const expected = expectedOf(cell, { ...someone, ...fresh }, null);
          const is = told(cell, someone);
          const shouldBe = expectedById(cell, { ...someone, ...fresh }, expected);
          expect({ ...cell, ...someone, is }).toEqual({ ...cell, ...someone, is: shouldBe });
        }
});

test("a draft never sent is there for the unit that writes it and the auditor only", () => {
  const draft: Cell = {
    ...{ transition: "approve", kind: "progress", status: "draft" },
    ...{ reviewer: null, taskStatus: "active" },
  };
  const hears = (role: (typeof roles)[number], part: Part) => told(draft, { role, part }, false);
  expect(hears("head", "lead")).toBe("submission_wrong_status");
  expect(hears("auditor", "other")).toBe("not_allowed");
  expect(hears("supervisor", "other")).toBe("not_found");
  expect(hears("head", "countersigning")).toBe("not_found");
});
