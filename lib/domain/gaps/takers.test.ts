import { describe, expect, test } from "vitest";
import { decideRefusal } from "@/lib/domain/corrections";
import { checkFollowUpRefusal } from "@/lib/domain/letters/follow-ups";
import { person, submission, task } from "@/lib/domain/people/people.fixture";
import { type Actor, isAdminRole, roles } from "@/lib/domain/people/roles";
import { registrationRefusal } from "@/lib/domain/registrations/registrations";
import { releaseRefusal } from "@/lib/domain/releases";
import type { Reviewer } from "@/lib/domain/submissions/submission-kinds";
import { transitionRefusal } from "@/lib/domain/submissions/submissions";
import { taskActRefusal } from "@/lib/domain/tasks/tasks";
import { neededRoles, takersOf, type Wait, waits } from "./takers";

// Who could take what waits, by the data that the list is made of, is whom the acts' own rules let.

const energy = { by: "countersign", departmentId: "energy" } as const;
const atStep = (by: Reviewer) =>
  submission({
    status: "in_review",
    reviewSteps: [by === "countersign" ? energy : { by }],
    countersignIds: by === "countersign" ? ["energy"] : [],
    contributorIds: ["author"],
  });
const release = {
  ...task,
  kind: "progress",
  status: "approved",
  contributorIds: ["author"],
  verifierId: null,
  disclosure: null,
  isWithdrawn: false,
} as const;

const completed = {
  ...task,
  kind: "measure",
  status: "completed",
  struckOffOn: null,
  parentStatus: null,
} as const;

const mayTake: Record<Wait, (actor: Actor) => boolean> = {
  head: (actor) => transitionRefusal(actor, "approve", atStep("head")) === null,
  countersign: (actor) => transitionRefusal(actor, "approve", atStep("countersign")) === null,
  supervisor: (actor) => transitionRefusal(actor, "approve", atStep("supervisor")) === null,
  director: (actor) => transitionRefusal(actor, "approve", atStep("director")) === null,
  release: (actor) => releaseRefusal(actor, release) === null,
  verification: (actor) =>
    taskActRefusal(actor, "strike_off", { ...completed, declarerIds: ["author"] }) === null,
  follow_up: (actor) =>
    checkFollowUpRefusal(actor, task, { writerPersonId: "author", state: "checking" }, false) ===
    null,
  correction: (actor) =>
    decideRefusal(actor, { status: "open", proposerPersonId: "author" }, "confirm") === null,
  registration: (actor) =>
    registrationRefusal(actor, "confirm", {
      status: "proposed",
      contributorPersonIds: ["author"],
    }) === null,
};

const unitAt: Partial<Record<Wait, string>> = { head: "ecology", countersign: "energy" };

/** Everybody there could be: each role, of the lead unit and of another, bound to the lead's branch, to another, or to none. */
const people = roles.flatMap((role) =>
  ["ecology", "energy"].flatMap((unit) =>
    [null, ["ecology"], ["energy"]]
      .filter((branchIds) => branchIds === null || !["official", "head", "auditor"].includes(role))
      .map((branchIds) => ({ ...person(role, unit), branchIds })),
  ),
);

describe("who could take it", () => {
  test.each(waits)("%s", (wait) => {
    const { roles: able, within } = takersOf(wait);
    const isTaker = ({ role, departmentId, branchIds }: Actor) => {
      if (!able.includes(role)) return false;
      if (within === "unit") return departmentId === unitAt[wait];
      return branchIds === null || (within === "branch" && branchIds.includes("ecology"));
    };
    const takers = people.filter(isTaker);
    expect(takers.length).toBeGreaterThan(0);
    expect(people.filter(mayTake[wait])).toEqual(takers);
  });
});

test("a deputy adds nobody: where the principal wrote it, neither may", () => {
  const head = person("head");
  const deputy = { ...person("official", "ecology", "deputy"), standsInFor: [head] };
  const wrote = (id: string) => ({ ...atStep("head"), contributorIds: [id] });
  expect(transitionRefusal(deputy, "approve", wrote("nobody"))).toBeNull();
  expect(transitionRefusal(deputy, "approve", wrote(head.personId))?.code).toBe(
    "submission_own_work",
  );
});

test("an office needs its three administrators, its supervisors and its director", () => {
  const needed = Object.keys(neededRoles);
  expect(roles.filter((role) => isAdminRole({ role }) && !needed.includes(role))).toEqual([]);
  expect(needed).toEqual(expect.arrayContaining(["supervisor", "director"]));
});
