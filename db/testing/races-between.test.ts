import { createHash, randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { receiveTask } from "@/db/mutations/assignments/assignments";
import { splitTask } from "@/db/mutations/assignments/splits";
import { reopenTask } from "@/db/mutations/assignments/strike-off";
import { grantDelegation } from "@/db/mutations/people/delegations";
import { recordEvent } from "@/db/mutations/record-event";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { attachEvidence } from "@/db/mutations/submissions/evidence";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { liveDelegationsOf } from "@/db/queries/people/delegations";
import { isOpenSubmission, latestRevision } from "@/db/queries/submissions/submission-state";
import { plans } from "@/db/schema/plans";
import { reviewDecisions, submissions } from "@/db/schema/submissions";
import { dueMoves, tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import type { ReviewStep } from "@/lib/domain/submissions/submission-kinds";
import { now, refusalOf } from "./scenario.fixture";
import { testDatabase } from "./test-database";
import { type World, worldMaker } from "./test-world.fixture";
import {
  assign,
  carry,
  decisionFor,
  onTask,
  rowOf,
  seen,
  send,
  someone,
  takeOn,
  writing,
} from "./test-world-scenarios.fixture";

// Two different things at once: whichever comes first, the other finds the world as it then is.

const rounds = 8;
let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

/** Runs a race again and again, each time in a new world, and gives the outcomes that came up. */
async function race(run: (world: World) => Promise<string[]>, plan = 1) {
  const outcomes: string[] = [];
  for (let round = 0; round < rounds; round += 1)
    outcomes.push((await run(await makeWorld(plan))).join(" / "));
  return [...new Set(outcomes)];
}

async function splitOff(world: World) {
  const part = { title: "分项", scope: "", leadId: world.units.lead, dueOn: "2024-12-31" };
  const input = { ...(await onTask(world.code)), ...part, cycle: "none" as const };
  return splitTask(someone(world, "head"), input, now);
}

async function expectNothingOpenBelow({ code }: World) {
  const parent = await rowOf(code);
  if (parent.status !== "completed") return;
  const open = inArray(tasks.status, ["unassigned", "assigned", "active", "suspended"]);
  expect(await database().$count(tasks, and(eq(tasks.parentId, parent.id), open))).toBe(0);
}

test("a parent completes or its sub-task is reopened, never both", async () => {
  const outcomes = await race(async (world) => {
    await takeOn(world);
    const { code } = await splitOff(world);
    await carry({ ...world, code }, "completion");
    const completion = await decisionFor(await send(world, "completion", { percent: null }));
    const reopening = { ...(await onTask(code)), reason: "反弹", dueOn: "2024-12-31" };
    const came = await Promise.all([
      codeOf(decideSubmission(someone(world, "supervisor"), completion, now)),
      codeOf(reopenTask(someone(world, "supervisor", undefined, 1), reopening, now)),
    ]);
    await expectNothingOpenBelow(world);
    return came;
  });
  for (const outcome of outcomes)
    expect(["done / parent_closed", "children_open / done"]).toContain(outcome);
});

test("a task completes or is split, never both", async () => {
  const outcomes = await race(async (world) => {
    await takeOn(world);
    const completion = await decisionFor(await send(world, "completion"));
    const came = await Promise.all([
      codeOf(decideSubmission(someone(world, "supervisor"), completion, now)),
      codeOf(splitOff(world)),
    ]);
    await expectNothingOpenBelow(world);
    return came;
  });
  for (const outcome of outcomes)
    expect(["done / task_closed", "done / task_changed", "children_open / done"]).toContain(
      outcome,
    );
});

test("a task is received or objected to, never both", async () => {
  const outcomes = await race(async (world) => {
    await assign(world);
    const receipt = await onTask(world.code);
    return Promise.all([
      codeOf(receiveTask(someone(world, "official"), receipt, now)),
      codeOf(submitDraft(someone(world, "head"), writing(world.code, "objection"), now)),
    ]);
  });
  for (const outcome of outcomes)
    expect(["done / task_already_received", "objection_open / done"]).toContain(outcome);
});

test("an extension is approved before the completion, or not at all", async () => {
  const outcomes = await race(async (world) => {
    await takeOn(world);
    const extension = await decisionFor(await send(world, "extension"));
    const completion = await decisionFor(await send(world, "completion"));
    const came = await Promise.all([
      codeOf(decideSubmission(someone(world, "supervisor"), extension, now)),
      codeOf(decideSubmission(someone(world, "supervisor", undefined, 1), completion, now)),
    ]);
    const { id, dueOn } = await rowOf(world.code);
    const own = eq(submissions.taskId, id);
    expect(await database().$count(submissions, and(own, isOpenSubmission))).toBe(0);
    const actions = await database().$count(dueMoves, eq(dueMoves.taskId, id));
    expect([actions, dueOn]).toEqual(came[0] === "done" ? [1, "2025-01-31"] : [0, "2024-12-31"]);
    return came;
  });
  for (const outcome of outcomes)
    expect(["done / done", "submission_wrong_status / done"]).toContain(outcome);
});

test("two deputies of one head: the head's right is used once", async () => {
  const outcomes = await race(async (world) => {
    await takeOn(world);
    const [head, deputy] = [someone(world, "head"), someone(world, "head", "lead", 1)];
    const official = someone(world, "official", "lead", 1);
    await lend(head, deputy);
    await lend(head, official);
    const decision = await decisionFor(await send(world, "completion"));
    const came = await Promise.all(
      [deputy, official].map(async (person) => {
        const standsInFor = await liveDelegationsOf(database(), person.id, dayIn(now));
        const actor = { ...person, standsInFor };
        return codeOf(decideSubmission(actor, { ...decision, key: randomUUID() }, now));
      }),
    );
    const own = eq(reviewDecisions.submissionId, decision.submissionId);
    expect(await database().$count(reviewDecisions, own)).toBe(1);
    return came.sort();
  }, 0);
  for (const outcome of outcomes) expect(outcome).toMatch(/^done \/ submission_/);
});

function lend(head: Actor, deputy: Actor) {
  const term = { startsOn: "2024-06-12", endsOn: "2024-06-20", reason: "外出学习" };
  const people = { principalId: head.id, deputyId: deputy.id };
  return grantDelegation(head, { key: randomUUID(), ...people, ...term }, now);
}

test("a file is in what was sent, or refused", async () => {
  const bytes = new TextEncoder().encode("%PDF-1.4");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { name: "一.pdf", mediaType: "application/pdf", size: bytes.length, sha256 };
  const outcomes = await race(async (world) => {
    await takeOn(world);
    const official = someone(world, "official");
    const { key, ...draft } = writing(world.code, "progress");
    const { submissionId } = await saveDraft(official, draft, now);
    const { version } = await seen(submissionId);
    const attaching = { key: randomUUID(), submissionId, ...file };
    const colleague = someone(world, "official", "lead", 1);
    const came = await Promise.all([
      codeOf(attachEvidence(colleague, attaching, bytes, now)),
      codeOf(submitDraft(official, { ...draft, key, version }, now)),
    ]);
    const revision = await latestRevision(database(), submissionId);
    expect(revision?.evidence).toHaveLength(came[0] === "done" ? 1 : 0);
    return came;
  });
  for (const outcome of outcomes)
    expect(["done / done", "submission_wrong_status / done"]).toContain(outcome);
});

test("a report sent while its plan changes goes the old way or the new, whole", async () => {
  const routes: ReviewStep[][] = [
    [{ by: "supervisor" }],
    [{ by: "head" }, { by: "supervisor" }, { by: "supervisor" }],
  ];
  await race(async (world) => {
    await takeOn(world);
    const { planId } = await rowOf(world.code);
    await db.owner.transaction((tx) => setSteps(tx, planId, routes[0] ?? []));
    const [submissionId] = await Promise.all([
      send(world, "progress"),
      db.owner.transaction((tx) => setSteps(tx, planId, routes[1] ?? [])),
    ]);
    const revision = await latestRevision(database(), submissionId);
    expect(routes).toContainEqual(revision?.reviewSteps);
    return [];
  });

  async function setSteps(
    tx: Parameters<Parameters<typeof db.owner.transaction>[0]>[0],
    planId: string,
    reviewSteps: ReviewStep[],
  ) {
    await tx.update(plans).set({ reviewSteps }).where(eq(plans.id, planId));
    const change = { before: {}, after: { reviewSteps }, changed: ["reviewSteps"] };
    await recordEvent(tx, null, { type: "plan.configured", plan: planId, ...change }, {}, now);
  }
});
