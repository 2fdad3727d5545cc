import { afterAll, beforeAll, expect, test } from "vitest";
import { morningOf, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import * as story from "@/db/testing/test-world-scenarios.fixture";
import type { Day } from "@/lib/domain/calendar/days";
import { decideSubmission } from "./decisions";
import { submitDraft } from "./submissions";

// The task is due on 2024-12-31; its extension is first sent on 2024-06-12, in time.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const decide = async (world: World, id: string, decision: "approve" | "return", on: Day) =>
  decideSubmission(
    story.someone(world, "supervisor"),
    await story.decisionFor(id, decision),
    morningOf(on),
  );
const resend = async (world: World, id: string, newDueOn: Day, on: Day) => {
  const { version } = await story.seen(id);
  const input = { ...story.writing(world.code, "extension", { newDueOn }), version };
  return submitDraft(story.someone(world, "official"), input, morningOf(on));
};
const dueOn = async ({ code }: World) => (await story.rowOf(code)).dueOn;

test("one that was returned is mended after the due day, but not with a day that has come", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const id = await story.send(world, "extension", { newDueOn: "2025-01-31" });
  await decide(world, id, "return", "2024-12-30");
  const refused = await refusalOf(resend(world, id, "2025-01-31", "2025-01-31"));
  expect(refused).toMatchObject({ code: "extension_gone_by", field: "newDueOn" });
  const same = await refusalOf(resend(world, id, "2024-12-31", "2025-01-02"));
  expect(same).toMatchObject({ code: "extension_not_later" });
  await resend(world, id, "2025-03-31", "2025-01-31");
  await decide(world, id, "approve", "2025-02-05");
  expect(await dueOn(world)).toBe("2025-03-31");
});

test("one that waited until the day had come is not approved, but can be returned", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const id = await story.send(world, "extension", { newDueOn: "2025-01-31" });
  const refused = await refusalOf(decide(world, id, "approve", "2025-02-01"));
  expect(refused).toMatchObject({ code: "extension_gone_by" });
  expect(await dueOn(world)).toBe("2024-12-31");
  await decide(world, id, "return", "2025-02-01");
  await resend(world, id, "2025-03-31", "2025-02-02");
});
