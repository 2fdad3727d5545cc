import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import {
  contentFor,
  everybody,
  type Laid,
  openLayout,
  type Place,
  type Someone,
  someHash,
} from "@/db/testing/cells.fixture";
import { currentTime } from "@/lib/clock";
import { submissionKinds } from "@/lib/domain/kinds";
import { isFor } from "@/lib/domain/people/permissions";
import {
  type Cell,
  type Expected,
  expectedAct,
  expectedById,
  expectedOf,
  type Part,
  type Right,
} from "@/lib/domain/submissions/matrix.fixture";
import { kindRules, reviewers } from "@/lib/domain/submissions/submission-kinds";
import {
  submissionStatuses,
  type Transition,
  transitionNames,
} from "@/lib/domain/submissions/submissions";
import { type TaskAct, taskActNames, taskStatuses } from "@/lib/domain/tasks/tasks";
import { inParallel, press, serverActions, signInByRequest } from "./requests";

// Bar 1 of the workflow over HTTP: every kind × status × role × own or other unit × contributor or not, sent to the real
// server actions and compared with the table of lib/domain/submissions/matrix.fixture.ts. What is allowed is tried on a fresh row.

type Layout = Awaited<ReturnType<typeof openLayout>>;
let layout: Layout;
const cookies = new Map<string, string>();
test.beforeAll(async () => {
  layout = await openLayout(await currentTime());
  for (const { username } of everybody) cookies.set(username, await signInByRequest(username));
});
test.afterAll(() => layout.close());

const [draft, decision] = ["submission-actions.ts", "reviews/[id]/actions.ts#decide"];
const actionOf: Record<Transition, string> = {
  edit: `${draft}#save`,
  submit: `${draft}#submit`,
  withdraw: `${draft}#withdraw`,
  discard: `${draft}#discard`,
  approve: decision,
  return: decision,
  reject: decision,
};
const decides = (transition: Transition) => actionOf[transition] === decision;
const open = ["draft", "in_review", "returned"];

/**
 * Saving and sending address a task's place for a kind: a closed submission is passed by there, and a new one begun.
 * Of the three decisions one is enough where there is nothing to decide.
 */
function isAsked({ transition, status }: Cell) {
  if (transition === "edit" || transition === "submit") return open.includes(status);
  return !decides(transition) || status === "in_review" || transition === "approve";
}

const cells: Cell[] = submissionKinds.flatMap((kind) =>
  submissionStatuses.flatMap((status) =>
    (status === "in_review" ? reviewers : [null]).flatMap((reviewer) => {
      const [taskStatus = "active"] = kindRules[kind].during;
      return transitionNames
        .map((transition): Cell => ({ transition, kind, status, reviewer, taskStatus }))
        .filter(isAsked);
    }),
  ),
);

type Case = { cell: Cell; who: Someone; right: Right; expected: Expected };
const [fresh, wrote, decided] = [
  { contributed: false, decided: false },
  { contributed: true, decided: false },
  { contributed: false, decided: true },
];

/** Who never writes and never decides hears the same of every status: one is enough. */
const isBystander = ({ role }: Someone) =>
  !isFor(role, "submission.write") && !isFor(role, "submission.decide");
const present = (cell: Cell) =>
  everybody.filter((who) => !isBystander(who) || cell.status === "in_review");

/** Everybody at every cell; and whoever could decide there once more as one who wrote it, and who decided before. */
const cases: Case[] = cells.flatMap((cell) =>
  present(cell).flatMap((who): Case[] => {
    const asked = (past: typeof fresh): Case => {
      const right = { role: who.role, part: partIn(cell, who), ...past };
      return { cell, who, right, expected: expectedHere(cell, right) };
    };
    const first = asked(fresh);
    if (!decides(cell.transition) || first.expected !== "allowed") return [first];
    return [first, asked(wrote), asked(decided)];
  }),
);

/** A role that never may hears so whatever it names. Saving and sending name a task, all else the submission by its id. */
function expectedHere(cell: Cell, right: Right): Expected {
  const expected = expectedOf(cell, right, null);
  const namesTask = cell.transition === "edit" || cell.transition === "submit";
  return namesTask || expected === "not_allowed" ? expected : expectedById(cell, right, expected);
}

/** A unit that the plan asks to countersign has no part in what goes other ways, unless it was sent to it all the same. */
function partIn({ kind, status }: Cell, { part }: Someone): Part {
  const isUnsent = status === "draft" || status === "returned";
  const isAside = kindRules[kind].steps !== null && isUnsent;
  return part === "countersigning" && isAside ? "other" : part;
}

/** Lays out what the cases are tried on. What is refused changes nothing: one row serves all who are refused at the same place. */
async function layOutFor(all: readonly Case[]): Promise<[Case, Laid][]> {
  const places: Place[] = [];
  const shared = new Map<string, number>();
  const indexes = all.map(({ cell, who, right, expected }) => {
    const { transition: _, ...where } = cell;
    const person = layout.people.get(who.username)?.id ?? "";
    const place = {
      ...where,
      contributorIds: right.contributed ? [person] : [],
      deciderIds: right.decided ? [person] : [],
    };
    const name = JSON.stringify(place);
    const index = expected === "allowed" ? undefined : shared.get(name);
    if (index !== undefined) return index;
    if (expected !== "allowed") shared.set(name, places.length);
    return places.push(place) - 1;
  });
  const laid = await layout.layOut(places);
  return all.map((each, i) => [each, laid[indexes[i] ?? -1] as Laid]);
}

function inputFor({ kind, transition }: Cell, laid: Laid) {
  const { code, version, submissionId, revisionId } = laid;
  const key = randomUUID();
  const content = contentFor(kind, layout.today, code);
  if (transition === "edit") return { kind, code, version, content };
  if (transition === "submit") return { key, kind, code, version, content };
  if (!decides(transition)) return { key, submissionId, version };
  const seen = { key, submissionId, revisionId, contentHash: someHash, version };
  return { ...seen, decision: transition, reason: transition === "approve" ? "" : "理由" };
}

test("every transition of every kind, by everybody, is allowed or refused as the table says", async () => {
  test.setTimeout(400_000);
  const actions = serverActions();
  const differences: string[] = [];
  await inParallel(await layOutFor(cases), async ([{ cell, who, right, expected }, laid]) => {
    const action = actions.get(actionOf[cell.transition]);
    if (!action) throw new Error(`No action ${actionOf[cell.transition]}`);
    const is = await press(action, cookies.get(who.username) ?? "", inputFor(cell, laid));
    note(differences, { ...cell, ...who, ...right }, is, expected);
  });
  expect(cases.length).toBeGreaterThan(2500);
  expect(differences).toEqual([]);
});

const actActions: Record<TaskAct, string> = {
  assign: "assignments/[code]/actions.ts#assign",
  distribute: "parts/[code]/actions.ts#distribute",
  receive: "receive-action.ts#receive",
  split: "splits/[code]/actions.ts#split",
  chase: "work/[code]/chase-actions.ts#chase",
  strike_off: "strike-offs/[code]/actions.ts#strike",
  reopen: "reopenings/[code]/actions.ts#reopen",
};

function actInput(act: TaskAct, { code, version }: Laid) {
  const input = { key: randomUUID(), code, version };
  const leadId = layout.unit("lead");
  const cycle = "none";
  const inputs: Record<TaskAct, object> = {
    assign: { ...input, leadId, cooperatingIds: [], dueOn: null, cycle, reportDay: null },
    distribute: { ...input, unitIds: [leadId], dueOn: layout.today, cycle, reportDay: null },
    receive: input,
    split: { ...input, title: "分项", scope: "", leadId, dueOn: layout.today, cycle },
    chase: { key: input.key, code, message: "请速报。" },
    strike_off: { ...input, note: "已核查" },
    reopen: { ...input, reason: "反弹", dueOn: null },
  };
  return inputs[act];
}

test("every act on a task, at every status, by everybody, is allowed or refused as the table says", async () => {
  test.setTimeout(120_000);
  const actions = serverActions();
  const differences: string[] = [];
  const taskStates = taskStatuses.flatMap((status) => [
    { status, isStruckOff: false, parentStatus: "active" as const },
    ...(status === "completed"
      ? [
          { status, isStruckOff: true, parentStatus: "active" as const },
          { status, isStruckOff: false, parentStatus: "completed" as const },
        ]
      : []),
  ]);
  const acts = taskActNames.flatMap((act) =>
    taskStates.flatMap((state) => everybody.map((who) => ({ act, state, who }))),
  );
  const laid = await layout.layOutTasks(acts.map(({ state }) => state));
  const tried = acts.map((each, i) => ({ ...each, laid: laid[i] as Laid }));
  await inParallel(tried, async ({ act, state, who, laid }) => {
    const cell = { act, kind: "measure" as const, ...state };
    const action = actions.get(actActions[act]);
    if (!action) throw new Error(`No action ${actActions[act]}`);
    const is = await press(action, cookies.get(who.username) ?? "", actInput(act, laid));
    note(differences, { ...cell, ...who }, is, expectedAct(cell, who));
  });
  expect(differences).toEqual([]);
});

function note(differences: string[], cell: object, is: string, shouldBe: Expected) {
  if (is !== shouldBe && differences.length < 10)
    differences.push(`${JSON.stringify(cell)}: ${is}, not ${shouldBe}`);
}
