import { and, eq, inArray, ne } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { releaseSubmission } from "@/db/mutations/releases";
import { attachEvidence, removeEvidence } from "@/db/mutations/submissions/evidence";
import { taskHistory } from "@/db/queries/audit";
import { gapsOnTask } from "@/db/queries/gaps/gaps";
import { inbox } from "@/db/queries/inbox/inbox";
import { releaseDetail, releasesPage } from "@/db/queries/releases";
import { attachRefusal, evidenceFile } from "@/db/queries/submissions/evidence";
import { submissionDetail } from "@/db/queries/submissions/submission-detail";
import { completionOf } from "@/db/queries/tasks/declarers";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { users } from "@/db/schema/people";
import { contributors, submissions } from "@/db/schema/submissions";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import {
  carry,
  fileBytes,
  fileFor,
  onTask,
  someone,
  takeOn,
} from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { availableActs } from "@/lib/domain/tasks/tasks";
import { reopenTask, strikeOff } from "./strike-off";

// 销号: by somebody who neither approved nor released what the unit declared done.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const asksForReleaseCheck = 4;
const office = (world: World) => ({
  one: someone(world, "supervisor"),
  two: someone(world, "supervisor", undefined, 1),
  director: someone(world, "director"),
});
async function completed(plan: number) {
  const world = await makeWorld(plan);
  await takeOn(world);
  await carry(world, "completion");
  return world;
}
const press = async (actor: Actor, { code }: World) =>
  refusalOf(strikeOff(actor, { ...(await onTask(code)), note: "已现场核查" }, now));
const offered = async (actor: Actor, { code }: World) => {
  const task = await getTask(actor, code, today);
  const waiting = (await inbox(actor, today, 1000)).find(
    ({ section }) => section === "to_strike_off",
  );
  const isWaiting = waiting?.items.some((item) => item.task.code === code) ?? false;
  const isOffered = task ? availableActs(actor, task).includes("strike_off") : false;
  expect(isWaiting).toBe(isOffered);
  return isOffered;
};

test("whoever approved the completion does not verify it; another supervisor does", async () => {
  const world = await completed(1);
  const { one, two } = office(world);
  expect(await offered(one, world)).toBe(false);
  expect(await press(one, world)).toMatchObject({ code: "strike_off_own_decision" });
  expect(await offered(two, world)).toBe(true);
  expect(await press(two, world)).toBeUndefined();
});

test("nor does whoever released it; the director may", async () => {
  const world = await completed(asksForReleaseCheck);
  const { two, director } = office(world);
  const task = await getTask(director, world.code, today);
  const [done] = await database()
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.taskId, task?.id ?? ""), eq(submissions.kind, "completion")));
  const { key } = await onTask(world.code);
  const release = {
    key,
    submissionId: done?.id ?? "",
    disclosure: "public",
    ground: null,
  } as const;
  await releaseSubmission(two, { ...release, basis: "主动公开" }, now);
  expect(await press(two, world)).toMatchObject({ code: "strike_off_own_decision" });
  expect(await offered(director, world)).toBe(true);
  expect(await press(director, world)).toBeUndefined();
});

test("whoever has verified it does not release it any more; it waits for the others", async () => {
  const world = await completed(asksForReleaseCheck);
  const { two, director } = office(world);
  const task = await getTask(director, world.code, today);
  const submissionId = (await completionOf(database(), task?.id ?? "")) ?? "";
  const waitsFor = async (actor: Actor) =>
    (await inbox(actor, today, 1000)).some(({ items }) =>
      items.some(({ release }) => release?.id === submissionId),
    );
  const release = (actor: Actor) =>
    refusalOf(
      releaseSubmission(
        actor,
        {
          ...{ key: crypto.randomUUID(), submissionId, ground: null },
          ...{ disclosure: "public", basis: "主动公开" },
        },
        now,
      ),
    );
  expect(await waitsFor(two)).toBe(true);
  expect(await press(two, world)).toBeUndefined();
  expect([await waitsFor(two), await waitsFor(director)]).toEqual([false, true]);
  expect(await release(two)).toMatchObject({ code: "release_own_verification" });
  const page = await releaseDetail(two, submissionId, today);
  expect(page?.releaseRefusal).toMatchObject({ code: "release_own_verification" });
  const listed = async (actor: Actor) =>
    (await releasesPage(actor, today, 1, 1000)).releases.find(({ id }) => id === submissionId);
  expect(await listed(two)).toMatchObject({ refusal: { code: "release_own_verification" } });
  expect(await listed(director)).toMatchObject({ refusal: null });

  // Worked on again (重新督办), the task forgets who verified; what was verified does not.
  await reopenTask(
    director,
    { ...(await onTask(world.code)), reason: "复查不符", dueOn: null },
    now,
  );
  expect([await waitsFor(two), await waitsFor(director)]).toEqual([false, true]);
  expect(await listed(two)).toMatchObject({ refusal: { code: "release_own_verification" } });
  expect(await release(two)).toMatchObject({ code: "release_own_verification" });
  expect(await release(director)).toBeUndefined();
});

test("whoever verifies what was declared anew may release what was declared before, and never verified", async () => {
  const world = await completed(asksForReleaseCheck);
  const { two, director } = office(world);
  const task = await getTask(director, world.code, today);
  const before = (await completionOf(database(), task?.id ?? "")) ?? "";
  await reopenTask(
    director,
    { ...(await onTask(world.code)), reason: "复查不符", dueOn: null },
    now,
  );
  await carry(world, "completion");
  expect(await press(two, world)).toBeUndefined();
  const { releases } = await releasesPage(two, today, 1, 1000);
  const ofIt = releases.filter(({ code }) => code === world.code);
  expect(ofIt.map(({ id, refusal }) => [id === before, refusal?.code ?? null])).toEqual([
    [true, null],
    [false, "release_own_verification"],
  ]);
});

test("what a supervisor wrote before they were one does not wait for their release check", async () => {
  const world = await completed(asksForReleaseCheck);
  const { two, director } = office(world);
  const task = await getTask(director, world.code, today);
  const submissionId = (await completionOf(database(), task?.id ?? "")) ?? "";
  const waitsFor = async (actor: Actor) =>
    (await inbox(actor, today, 1000)).some(({ items }) =>
      items.some(({ release }) => release?.id === submissionId),
    );
  expect(await waitsFor(two)).toBe(true);
  await db.superuser.insert(contributors).values({ submissionId, userId: two.id });
  expect([await waitsFor(two), await waitsFor(director)]).toEqual([false, true]);
});

test("who verifies attaches what they found: it is no work on the report, and stays as it was struck off with", async () => {
  const world = await completed(1);
  const { one, two } = office(world);
  const official = someone(world, "official");
  const task = await getTask(two, world.code, today);
  const submissionId = (await completionOf(database(), task?.id ?? "")) ?? "";
  const attach = (actor: Actor) => attachEvidence(actor, fileFor(submissionId), fileBytes, now);
  expect(await refusalOf(attach(one))).toMatchObject({ code: "strike_off_own_decision" });
  expect(await refusalOf(attach(official))).toMatchObject({ code: "submission_wrong_status" });
  expect(await attachRefusal(two, submissionId)).toBeNull();
  const file = await attach(two);
  expect(await offered(two, world)).toBe(true);

  expect(await press(two, world)).toBeUndefined();
  const history = await taskHistory(official, world.code);
  const struckOff = history.find(({ event }) => event.type === "task.struck_off")?.event;
  expect(struckOff).toMatchObject({ files: [{ name: file.name, sha256: file.sha256 }] });
  expect((await submissionDetail(official, submissionId))?.verification).toMatchObject([
    { id: file.id },
  ]);
  expect((await evidenceFile(official, file.id))?.name).toBe(file.name);
  const stranger = someone(world, "official", "other");
  expect(await evidenceFile(stranger, file.id)).toBeNull();
  const remove = { key: crypto.randomUUID(), evidenceId: file.id };
  expect(await refusalOf(removeEvidence(two, remove, now))).toMatchObject({
    code: "task_struck_off",
  });
});

test("where everybody who could verify it has decided on it, the task says so", async () => {
  const world = await completed(1);
  const { one, director } = office(world);
  const found = async () => {
    const task = await getTask(director, world.code, today);
    if (!task) throw new Error(`${world.code} is gone`);
    return (await gapsOnTask(task, new Set())).map(({ kind }) => kind);
  };
  expect(await found()).not.toContain("completion_without_verifier");
  const others = and(inArray(users.role, ["supervisor", "director"]), ne(users.id, one.id));
  await setAccounts(db.superuser, { disabledAt: now }, others);
  expect(await found()).toContain("completion_without_verifier");
});
