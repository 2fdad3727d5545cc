import { expect, test } from "vitest";
import { submissionKinds } from "@/lib/domain/kinds";
import { person } from "@/lib/domain/people/people.fixture";
import { type Actor, roles } from "@/lib/domain/people/roles";
import { taskActNames, taskActRefusal, taskKinds, taskStatuses } from "@/lib/domain/tasks/tasks";
import {
  type Cell,
  type Expected,
  endOf,
  expectedAct,
  expectedOf,
  type Part,
  type Right,
} from "./matrix.fixture";
import { reviewers } from "./submission-kinds";
import { decide, type SubmissionState, submissionStatuses, transitionNames } from "./submissions";

// Every cell of the transition table (bar 1 of the workflow), against the table of matrix.fixture.ts.

const units: Record<Part, string> = {
  lead: "ecology",
  cooperating: "housing",
  countersigning: "energy",
  parent: "province",
  other: "finance",
};
const parts = Object.keys(units) as Part[];
const reviewSteps = reviewers.map((by) => ({ by, departmentId: units.countersigning }));
const within = {
  leadDepartmentId: units.lead,
  cooperatingIds: [units.cooperating],
  countersignIds: [units.countersigning],
  parentLeadId: units.parent,
};
const everyone = roles.flatMap((role) => parts.map((part) => ({ role, part })));
const principals = [
  null,
  { role: "head", part: "lead" },
  { role: "head", part: "cooperating" },
  { role: "head", part: "countersigning" },
  { role: "head", part: "other" },
  { role: "supervisor", part: "other" },
] as const;
/** Who has written, and who has decided, before: nobody, the person who acts, or the one they stand in for. */
const earlier = ["nobody", "actor", "principal"] as const;
type Earlier = (typeof earlier)[number];
type Place = Omit<Cell, "transition" | "kind">;

const places: Place[] = taskStatuses.flatMap((taskStatus) =>
  submissionStatuses.flatMap((status): Place[] =>
    status === "in_review"
      ? reviewers.map((reviewer) => ({ status, reviewer, taskStatus }))
      : [{ status, reviewer: null, taskStatus }],
  ),
);

type Past = { contributed: Earlier; decided: Earlier };
const pasts: Past[] = earlier.flatMap((contributed) =>
  earlier.map((decided) => ({ contributed, decided })),
);
const ids = (who: Earlier) => (who === "nobody" ? [] : [who]);

function stateOf({ kind, status, reviewer, taskStatus }: Cell, past: Past): SubmissionState {
  return {
    ...{ kind, status, taskStatus, reviewSteps, ...within },
    step: reviewer && reviewers.indexOf(reviewer) + 1,
    departmentId: kind === "contribution" ? units.cooperating : units.lead,
    contributorIds: ids(past.contributed),
    deciderIds: ids(past.decided),
  };
}

/** What the code says: the refusal, or that it leads where the table says it does. */
function told(actor: Actor, cell: Cell, subject: SubmissionState): string {
  const outcome = decide(actor, cell.transition, subject, "理由");
  if ("refusal" in outcome) return outcome.refusal.code;
  const goesOn = cell.transition === "approve" && subject.step !== reviewers.length;
  const end = goesOn ? "in_review" : endOf(cell);
  return outcome.next.status === end ? "allowed" : `leads to ${outcome.next.status}`;
}

type Someone = Pick<Right, "role" | "part">;

/** The actor as the code knows them, and the two rights as the table asks for them. */
function castOf(someone: Someone, principal: Someone | null, { contributed, decided }: Past) {
  const standsInFor = principal ? [person(principal.role, units[principal.part], "principal")] : [];
  const actor = { ...person(someone.role, units[someone.part], "actor"), standsInFor };
  const own = { ...someone, contributed: contributed === "actor", decided: decided === "actor" };
  const lent = principal && {
    ...principal,
    contributed: contributed !== "nobody",
    decided: decided !== "nobody",
  };
  return { actor, own, lent };
}

/** Notes where code and table differ, and how much was compared. */
function compare() {
  const seen = { cells: 0, differences: [] as string[] };
  const note = (cell: object, is: string, shouldBe: Expected) => {
    seen.cells += 1;
    if (is === shouldBe || seen.differences.length === 10) return;
    seen.differences.push(`${JSON.stringify(cell)}: ${is}, not ${shouldBe}`);
  };
  return { seen, note };
}

const tables = submissionKinds.flatMap((kind) => pasts.map((past) => ({ kind, ...past })));
test.each(tables)(
  "$kind that $contributed wrote and $decided decided: every role, unit, deputy, status and step",
  ({ kind, ...past }) => {
    const { seen, note } = compare();
    const needsPrincipal = past.contributed === "principal" || past.decided === "principal";
    const lenders = principals.filter((principal) => principal !== null || !needsPrincipal);
    const casts = everyone.flatMap((each) => lenders.map((lender) => castOf(each, lender, past)));
    for (const place of places) {
      for (const transition of transitionNames) {
        const cell = { transition, kind, ...place };
        const subject = stateOf(cell, past);
        for (const { actor, own, lent } of casts)
          note({ ...cell, own, lent }, told(actor, cell, subject), expectedOf(cell, own, lent));
      }
    }
    expect(seen.differences).toEqual([]);
    expect(seen.cells).toBe(places.length * transitionNames.length * casts.length);
  },
);

const taskStates = taskKinds.flatMap((kind) =>
  taskStatuses.flatMap((status) =>
    [null, ...taskStatuses].flatMap((parentStatus) =>
      [false, true].map((isStruckOff) => ({ kind, status, parentStatus, isStruckOff })),
    ),
  ),
);
test.each(taskActNames)("%s: every kind and status of task, role and unit", (act) => {
  const { seen, note } = compare();
  for (const someone of everyone)
    for (const taskState of taskStates) {
      const { isStruckOff, ...rest } = taskState;
      const task = {
        ...rest,
        ...within,
        declarerIds: [],
        struckOffOn: isStruckOff ? "2024-06-12" : null,
      };
      const actor = person(someone.role, units[someone.part]);
      const is = taskActRefusal(actor, act, task)?.code ?? "allowed";
      note({ act, ...taskState, ...someone }, is, expectedAct({ act, ...taskState }, someone));
    }
  expect(seen.differences).toEqual([]);
});
