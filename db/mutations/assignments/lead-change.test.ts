import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postComment } from "@/db/mutations/comments";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { taskHistory } from "@/db/queries/audit";
import { submissionDetail } from "@/db/queries/submissions/submission-detail";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { keptDay } from "@/db/testing/kept/kept-health.fixture";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import * as story from "@/db/testing/test-world-scenarios.fixture";
import { sentenceParams } from "@/lib/domain/audit/audit-sentences";
import { assignTask, receiveTask } from "./assignments";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const nameOf = (world: World, part: "lead" | "cooperating" | "other") =>
  story.someone(world, "official", part).departmentName;
async function lastOf<Type extends string>(world: World, type: Type) {
  const history = await taskHistory(story.someone(world, "supervisor"), world.code);
  return history.map(({ event }) => event).findLast((event) => event.type === type);
}

test("a change of lead says which unit cooperates no more, because it leads", async () => {
  const world = await makeWorld(1);
  const { cooperating, other } = world.units;
  const assignment = await story.assignmentOf(world);
  const both = { ...assignment, cooperatingIds: [cooperating, other] };
  await assignTask(story.someone(world, "system_admin"), both, now);
  await receiveTask(story.someone(world, "official"), await story.onTask(world.code), now);
  await story.carry(world, "adjustment", { change: "lead", leadId: cooperating });

  const kept = (await keptDay(today)).get(world.code);
  expect(kept).toMatchObject({ leadId: cooperating, cooperatingIds: [other] });
  const event = await lastOf(world, "task.lead_changed");
  const [from, to, stays] = (["lead", "cooperating", "other"] as const).map((part) =>
    nameOf(world, part),
  );
  expect(event).toMatchObject({
    before: { lead: from, cooperating: [to, stays] },
    after: { lead: to, cooperating: [stays] },
  });
  expect(event && sentenceParams(event)).toMatchObject({ from, to, relieved: to });
});

test("the former lead goes on reading what it wrote, and the new one reads all that was sent", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const report = await story.send(world, "progress", { percent: 40 });
  const change = { change: "lead", leadId: world.units.other } as const;
  const adjustment = await story.send(world, "adjustment", change);
  const supervisor = story.someone(world, "supervisor");
  for (const each of [report, adjustment])
    await decideSubmission(supervisor, await story.decisionFor(each), now);
  const former = story.someone(world, "official");
  const successor = story.someone(world, "official", "other");
  const stranger = story.someone(world, "official", "countersigning");

  for (const reader of [former, successor]) {
    expect((await getTask(reader, world.code, today))?.leadId).toBe(world.units.other);
    for (const each of [report, adjustment])
      expect((await submissionDetail(reader, each))?.revision).toBeTruthy();
    const told = (await taskHistory(reader, world.code)).map(({ event }) => event.type);
    expect(told).toEqual(
      expect.arrayContaining(["task.lead_changed", "submission.submitted", "submission.approved"]),
    );
  }
  expect(await getTask(stranger, world.code, today)).toBeNull();
  expect(await submissionDetail(stranger, report)).toBeNull();
  const say = { key: randomUUID(), code: world.code, body: "已移交", mentionedIds: [] };
  expect(await refusalOf(postComment(former, say, now))).toMatchObject({ code: "other_unit" });
});

test("a new assignment says which units cooperated and which do now", async () => {
  const world = await makeWorld(1);
  await story.assign(world);
  const { cooperating: leadId } = world.units;
  const again = { ...(await story.assignmentOf(world)), leadId, cooperatingIds: [] };
  await assignTask(story.someone(world, "system_admin"), again, now);
  expect(await lastOf(world, "task.assigned")).toMatchObject({
    before: { lead: nameOf(world, "lead"), cooperating: [nameOf(world, "cooperating")] },
    after: { lead: nameOf(world, "cooperating"), cooperating: [] },
    changed: ["lead", "cooperating"],
  });
});
