import fc from "fast-check";
import { expect, test } from "vitest";
import { person } from "./people.fixture";
import {
  decide,
  defaultReviewSteps,
  type NextState,
  type SubmissionState,
  transitionNames,
} from "./submissions";

const people = [
  person("official", "ecology", "li"),
  person("official", "ecology", "wang"),
  person("official", "energy", "zhao"),
  person("head", "ecology", "chen"),
  person("head", "energy", "sun"),
  person("supervisor", "inspection-office", "zhou"),
  person("supervisor", "inspection-office", "wu"),
  person("admin", "ecology", "zheng"),
  person("auditor", "ecology", "feng"),
];
const step = fc.record({
  actor: fc.constantFrom(...people),
  transition: fc.constantFrom(...transitionNames),
  reason: fc.constantFrom(undefined, "", "请补充"),
});
const steps = fc.constantFrom(
  defaultReviewSteps,
  [{ by: "supervisor" as const }],
  [...defaultReviewSteps, { by: "supervisor" as const }],
);

type Story = { state: SubmissionState; approvals: string[] };

/** What a mutation does around decide(): contributors grow by writing, deciders by deciding, and a submit starts anew. */
function play(
  { state, approvals }: Story,
  actorId: string,
  transition: string,
  next: NextState,
): Story {
  const wrote = transition === "edit" || transition === "submit";
  const moved = {
    ...state,
    ...next,
    contributorIds: wrote ? [...new Set([...state.contributorIds, actorId])] : state.contributorIds,
    deciderIds: transition === "submit" ? [] : [...state.deciderIds],
  };
  if (transition === "approve") moved.deciderIds.push(actorId);
  if (transition === "submit") return { state: moved, approvals: [] };
  return {
    state: moved,
    approvals: transition === "approve" ? [...approvals, actorId] : approvals,
  };
}

test("whatever people do, an approval takes every step, by different people, none of whom wrote", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps, (history, reviewSteps) => {
      let story: Story = {
        state: {
          kind: "progress",
          status: "draft",
          step: null,
          reviewSteps,
          leadDepartmentId: "ecology",
          contributorIds: [],
          deciderIds: [],
        },
        approvals: [],
      };
      for (const { actor, transition, reason } of history) {
        const before = story.state;
        const outcome = decide(actor, transition, before, reason);
        if ("refusal" in outcome) continue;
        expect(["approved", "rejected", "discarded"]).not.toContain(before.status);
        story = play(story, actor.id, transition, outcome.next);
        const { state, approvals } = story;
        expect(state.step === null).toBe(state.status !== "in_review");
        // What was withdrawn or returned has to be sent and approved anew: its approvals count no more.
        if (state.status !== "in_review" && state.status !== "approved") continue;
        expect(approvals.filter((id) => state.contributorIds.includes(id))).toEqual([]);
        expect(new Set(approvals).size).toBe(approvals.length);
        if (state.status === "approved") expect(approvals).toHaveLength(reviewSteps.length);
      }
    }),
    { numRuns: 3000 },
  );
});
