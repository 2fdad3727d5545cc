import { and, asc, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { receiveTask } from "@/db/mutations/assignments/assignments";
import { answerChase, sendChase } from "@/db/mutations/chasing/chases";
import { announce } from "@/db/mutations/notifications/announce";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { withdrawSubmission } from "@/db/mutations/submissions/submissions";
import { countNotifications, listNotifications } from "@/db/queries/notifications/notifications";
import { chases } from "@/db/schema/chasing";
import { outbox } from "@/db/schema/notifications";
import { now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import {
  assign,
  decisionFor,
  onTask,
  rowOf,
  seen,
  send,
  someone,
  takeOn,
} from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";

// What needs no more doing leaves the count of everybody who was told of it, and the message says why.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

async function tellEverybody() {
  const posted = await database().select().from(outbox).where(isNull(outbox.announcedAt));
  for (const { id } of posted) await announce(id, now);
}
/** What somebody has not read about a world's task; the seed's own tasks have told them more. */
const unread = async (actor: Actor, { code }: World) => {
  await tellEverybody();
  const list = await listNotifications(actor, { unread: true, limit: 500, offset: 0 });
  expect(await countNotifications(actor, { unread: true })).toBe(list.length);
  return list.flatMap(({ sentence, taskCode }) => (taskCode === code ? [sentence] : []));
};
const settled = async (actor: Actor, { code }: World) => {
  const list = await listNotifications(actor, { unread: false, limit: 500, offset: 0 });
  return list.flatMap(({ sentence, taskCode, settled }) =>
    settled && taskCode === code ? [`${sentence} ${settled}`] : [],
  );
};
const headAndSupervisor = 0;

test("what a colleague decided, or the unit took back, is no longer to decide", async () => {
  const world = await makeWorld(headAndSupervisor);
  await takeOn(world);
  const submissionId = await send(world, "progress");
  const [head, colleague] = [someone(world, "head"), someone(world, "head", "lead", 1)];
  const supervisor = someone(world, "supervisor");
  expect(await unread(colleague, world)).toContain("submission_to_decide");

  await decideSubmission(head, await decisionFor(submissionId), now);
  expect(await unread(colleague, world)).not.toContain("submission_to_decide");
  expect(await settled(colleague, world)).toContain("submission_to_decide done");
  expect(await unread(supervisor, world)).toContain("submission_to_decide");

  await withdrawSubmission(someone(world, "official"), await seen(submissionId), now);
  expect(await unread(supervisor, world)).toEqual([]);
  expect(await settled(supervisor, world)).toEqual(["submission_to_decide withdrawn"]);
});

test("what a colleague received is no longer to receive, and each 催办 waits for its own answer", async () => {
  const world = await makeWorld(1);
  await assign(world);
  const [official, colleague] = [someone(world, "official"), someone(world, "official", "lead", 1)];
  expect(await unread(colleague, world)).toEqual(["task_assigned"]);
  await receiveTask(official, await onTask(world.code), now);
  expect(await unread(colleague, world)).toEqual([]);

  const { id } = await rowOf(world.code);
  for (const message of ["请报进展", "请报原因"])
    await sendChase(
      someone(world, "supervisor"),
      { key: crypto.randomUUID(), code: world.code, message },
      now,
    );
  const sent = await database()
    .select()
    .from(chases)
    .where(and(eq(chases.taskId, id)))
    .orderBy(asc(chases.sequence));
  expect(await unread(colleague, world)).toEqual(["chase_sent", "chase_sent"]);
  const left = [["chase_sent", "chase_sent"], []];
  for (const [index, { id: chaseId }] of sent.entries()) {
    await answerChase(official, { key: crypto.randomUUID(), chaseId, answer: "好" }, now);
    expect(await unread(colleague, world)).toEqual(left[index]);
  }
  expect(await settled(colleague, world)).toHaveLength(3);
});
