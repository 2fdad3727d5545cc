import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { type Cell, type Expected, expectedAct, expectedOf } from "@/lib/domain/matrix.fixture";
import { kindRules, reviewers, submissionKinds } from "@/lib/domain/submission-kinds";
import { submissionStatuses, type Transition, transitionNames } from "@/lib/domain/submissions";
import { type TaskAct, taskActNames, taskStatuses } from "@/lib/domain/tasks";
import { contentFor, everybody, type Laid, openLayout, type Someone, someHash } from "./cells";
import { inParallel, press, serverActions, signInByRequest } from "./requests";

// Bar 1 of the workflow over HTTP: every kind × status × role × own or other unit × contributor or not, sent to the real
// server actions and compared with the table of lib/domain/matrix.fixture.ts. What is allowed is tried on a fresh row.

type Layout = Awaited<ReturnType<typeof openLayout>>;
let layout: Layout;
const cookies = new Map<string, string>();
test.beforeAll(async () => {
  layout = await openLayout();
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
const open = ["draft", "in_review", "returned"];
/** Saving and sending address a task's place for a kind: there a closed submission is passed by, and a new one begun. */
const isAsked = ({ transition, status }: Cell) =>
  (transition !== "edit" && transition !== "submit") || open.includes(status);
const decides = (transition: Transition) => actionOf[transition] === decision;

type Case = { cell: Cell; who: Someone; contributed: boolean; decided: boolean };

const cases: Case[] = submissionKinds.flatMap((kind) =>
  submissionStatuses.flatMap((status) =>
    (status === "in_review" ? reviewers : [null]).flatMap((reviewer) =>
      transitionNames.flatMap((transition) => {
        const [taskStatus = "active"] = kindRules[kind].during;
        const cell: Cell = { transition, kind, status, reviewer, taskStatus };
        if (!isAsked(cell)) return [];
        const pasts = decides(transition) && reviewer ? [[], ["wrote"], ["decided"]] : [[]];
        return everybody.flatMap((who) =>
          pasts.map(([past]) => ({
            ...{ cell, who },
            contributed: past === "wrote",
            decided: past === "decided",
          })),
        );
      }),
    ),
  ),
);

function inputFor({ kind, transition }: Cell, laid: Laid) {
  const { code, version, submissionId, revisionId } = laid;
  const key = randomUUID();
  const content = contentFor(kind, layout.today);
  if (transition === "edit") return { kind, code, version, content };
  if (transition === "submit") return { key, kind, code, version, content };
  if (!decides(transition)) return { key, submissionId, version };
  const seen = { key, submissionId, revisionId, contentHash: someHash, version };
  return { ...seen, decision: transition, reason: transition === "approve" ? "" : "理由" };
}

test("every transition of every kind, by everybody, is allowed or refused as the table says", async () => {
  test.setTimeout(240_000);
  const actions = serverActions();
  const shared = new Map<string, Promise<Laid>>();
  const differences: string[] = [];
  await inParallel(cases, async ({ cell, who, contributed, decided }) => {
    const person = layout.people.get(who.username)?.id ?? "";
    const place = {
      ...cell,
      contributorIds: contributed ? [person] : [],
      deciderIds: decided ? [person] : [],
    };
    const shouldBe = expectedOf(cell, { ...who, contributed, decided }, null);
    // What is refused changes nothing: one row serves all who are refused at the same place.
    const place_ = JSON.stringify({ ...place, transition: null });
    const laid = await (shouldBe === "allowed" ? layout.layOut(place) : reuse(place_));
    function reuse(name: string) {
      const made = shared.get(name) ?? layout.layOut(place);
      shared.set(name, made);
      return made;
    }
    const action = actions.get(actionOf[cell.transition]);
    if (!action) throw new Error(`No action ${actionOf[cell.transition]}`);
    const is = await press(action, cookies.get(who.username) ?? "", inputFor(cell, laid));
    note(differences, { ...cell, ...who, contributed, decided }, is, shouldBe);
  });
  expect(cases.length).toBeGreaterThan(3000);
  expect(differences).toEqual([]);
});

const actActions: Record<TaskAct, string> = {
  assign: "assignments/[code]/actions.ts#assign",
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
  const standings = taskStatuses.flatMap((status) => [
    { status, isStruckOff: false, parentStatus: "active" as const },
    ...(status === "completed"
      ? [
          { status, isStruckOff: true, parentStatus: "active" as const },
          { status, isStruckOff: false, parentStatus: "completed" as const },
        ]
      : []),
  ]);
  const acts = taskActNames.flatMap((act) =>
    standings.flatMap((standing) => everybody.map((who) => ({ act, standing, who }))),
  );
  await inParallel(acts, async ({ act, standing, who }) => {
    const cell = { act, kind: "measure" as const, ...standing };
    const laid = await layout.layOutTask(standing);
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
