import { afterAll, beforeAll, expect, test } from "vitest";
import { receiveTask } from "@/db/mutations/assignments/assignments";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { now, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import * as story from "@/db/testing/test-world-scenarios.fixture";
import { countToDo } from "@/lib/domain/inbox";
import type { Actor } from "@/lib/domain/people/roles";
import { inbox } from "./inbox";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

/** In which sections a task stands for somebody, what of it they wrote, and how much they have to do. */
async function lookOf(actor: Actor, code: string) {
  const parts = await inbox(actor, today, 500);
  const found = parts.flatMap(({ section, items }) =>
    items.flatMap((item) => (item.task.code === code ? { section, ...item } : [])),
  );
  const sections = found.map(({ section }) => section);
  const written = found.map(({ submission }) => submission?.status ?? null);
  return { sections, written, ...countToDo(parts) };
}

test("what a cooperating unit is to mend waits, and is not asked of it, until the new lead has received the task", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const theirs = await story.send(world, "contribution");
  const back = await story.decisionFor(theirs, "return");
  await decideSubmission(story.someone(world, "head", "cooperating"), back, now);
  const writer = story.someone(world, "official", "cooperating");
  const before = await lookOf(writer, world.code);
  expect(before).toMatchObject({ sections: ["returned"], written: ["returned"] });

  await story.carry(world, "adjustment", { change: "lead", leadId: world.units.other });
  const meanwhile = { ...before, sections: ["held"], count: before.count - 1 };
  expect(await lookOf(writer, world.code)).toEqual(meanwhile);

  const successor = story.someone(world, "official", "other");
  await receiveTask(successor, await story.onTask(world.code), now);
  expect(await lookOf(writer, world.code)).toEqual(before);
});

test("what a unit was writing when its task was suspended waits until it goes on", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const report = await story.send(world, "progress", { percent: 40 });
  const back = await story.decisionFor(report, "return");
  await decideSubmission(story.someone(world, "supervisor"), back, now);
  const writer = story.someone(world, "official");
  const before = await lookOf(writer, world.code);
  expect(before).toMatchObject({ sections: ["returned"], written: ["returned"] });

  await story.carry(world, "adjustment", { change: "suspend" });
  const meanwhile = { ...before, sections: ["held"], count: before.count - 1 };
  expect(await lookOf(writer, world.code)).toEqual(meanwhile);
  await story.carry(world, "adjustment", { change: "resume" });
  expect(await lookOf(writer, world.code)).toEqual(before);
});

test("whoever receives the task goes on with what they began", async () => {
  const world = await makeWorld(1);
  await story.assign(world);
  const objection = await story.send(world, "objection");
  const back = await story.decisionFor(objection, "return");
  await decideSubmission(story.someone(world, "head"), back, now);
  const { sections } = await lookOf(story.someone(world, "official"), world.code);
  expect(sections).toEqual(["to_receive", "returned"]);
});
