import fc from "fast-check";
import { expect, test } from "vitest";
import { submissionKinds } from "@/lib/domain/kinds";
import { person, submission } from "@/lib/domain/people/people.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { randomRuns } from "@/lib/domain/random.fixture";
import { defaultReviewSteps, kindRules, type ReviewStep } from "./submission-kinds";
import { decide, type Outcome, type SubmissionState, transitionNames } from "./submissions";

const [li, chen] = [person("official", "ecology", "li"), person("head", "ecology", "chen")];
const [sun, zhou] = [person("head", "energy", "sun"), person("supervisor", "office", "zhou")];
const people: Actor[] = [
  li,
  chen,
  sun,
  zhou,
  { ...person("official", "ecology", "wang"), standsInFor: [chen] },
  { ...person("head", "ecology", "gao"), standsInFor: [chen] },
  { ...person("official", "energy", "zhao"), standsInFor: [sun] },
  { ...person("supervisor", "office", "wu"), standsInFor: [zhou] },
  person("official", "housing", "qian"),
  { ...person("official", "housing", "he"), standsInFor: [person("head", "housing", "lü")] },
  person("director", "ecology", "zheng"),
  person("auditor", "ecology", "feng"),
];
const supervisor: ReviewStep = { by: "supervisor" };
const countersign: ReviewStep = { by: "countersign", departmentId: "energy" };
const steps = fc.constantFrom(
  defaultReviewSteps,
  [supervisor],
  [...defaultReviewSteps, supervisor],
  [{ by: "head" as const }, countersign, supervisor],
  [countersign, { by: "director" as const }],
);
const move = fc.record({
  actor: fc.constantFrom(...people),
  transition: fc.constantFrom(...transitionNames),
  reason: fc.constantFrom(undefined, "", "请补充"),
});

type Story = { state: SubmissionState; approvals: string[][] };

/** What a mutation does around decide(): contributors grow by writing, deciders by deciding, and a submit starts anew. */
function play(
  { state, approvals }: Story,
  actorId: string,
  transition: string,
  { next, onBehalfOf }: Outcome,
): Story {
  const moved = { ...state, ...next };
  if (transition === "edit" || transition === "submit")
    moved.contributorIds = [...new Set([...state.contributorIds, actorId])];
  if (transition === "submit") return { state: { ...moved, deciderIds: [] }, approvals: [] };
  if (transition !== "approve") return { state: moved, approvals };
  const persons = [actorId, ...(onBehalfOf ? [onBehalfOf.id] : [])];
  const deciderIds = [...state.deciderIds, ...persons];
  return { state: { ...moved, deciderIds }, approvals: [...approvals, persons] };
}

test("whatever people do, an approval takes every step, by different people, none of whom wrote", () => {
  const histories = fc.record({
    kind: fc.constantFrom(...submissionKinds),
    reviewSteps: steps,
    moves: fc.array(move, { maxLength: 60 }),
  });
  fc.assert(
    fc.property(histories, ({ kind, reviewSteps, moves }) => {
      const [taskStatus = "active"] = kindRules[kind].during;
      const departmentId = kind === "contribution" ? "housing" : "ecology";
      const about = { kind, reviewSteps, taskStatus, departmentId, contributorIds: [] };
      let story: Story = {
        state: submission({ ...about, countersignIds: ["energy"] }),
        approvals: [],
      };
      for (const { actor, transition, reason } of moves) {
        const before = story.state;
        const outcome = decide(actor, transition, before, reason);
        if ("refusal" in outcome) continue;
        expect(["approved", "rejected", "discarded"]).not.toContain(before.status);
        story = play(story, actor.id, transition, outcome);
        const { state, approvals } = story;
        expect(state.step === null).toBe(state.status !== "in_review");
        // What was withdrawn or returned has to be sent and approved anew: its approvals count no more.
        if (state.status !== "in_review" && state.status !== "approved") continue;
        const persons = approvals.flat();
        expect(persons.filter((id) => state.contributorIds.includes(id))).toEqual([]);
        expect(new Set(persons).size).toBe(persons.length);
        if (state.status === "approved") expect(approvals).toHaveLength(reviewSteps.length);
      }
    }),
    randomRuns(3000),
  );
});
