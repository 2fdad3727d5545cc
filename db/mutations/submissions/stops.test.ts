import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { reopenTask, strikeOff } from "@/db/mutations/assignments/strike-off";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { openObligations } from "@/db/queries/chasing/obligations";
import { tasks } from "@/db/schema/tasks";
import { now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import * as story from "@/db/testing/test-world-scenarios.fixture";
import { dayIn } from "@/lib/domain/calendar/days";
import { decideSubmission } from "./decisions";
import { submitDraft } from "./submissions";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const later = new Date("2024-07-10T10:00:00+08:00");
const stop = { from: dayIn(now), until: dayIn(later) };

async function obligationsOf({ code }: World, at: Date) {
  const reader = database();
  const calendar = await loadCalendar(reader);
  const open = await openObligations(reader, dayIn(at), calendar, eq(tasks.code, code));
  return open.map(({ type, dueOn }) => `${type} ${dueOn}`);
}

async function decide(
  world: World,
  role: "head" | "director" | "supervisor",
  id: string,
  at: Date,
) {
  const verdict = role === "director" ? "reject" : "approve";
  await decideSubmission(story.someone(world, role), await story.decisionFor(id, verdict), at);
}

test("a request to go on is waited for while the clock stands, and the days it stood are kept", async () => {
  const world = await makeWorld(0);
  await story.takeOn(world);
  await story.send(world, "extension");
  const suspension = await story.send(world, "adjustment");
  await decide(world, "head", suspension, now);
  await decide(world, "supervisor", suspension, now);
  expect(await obligationsOf(world, now)).toEqual([]);

  const resume = story.writing(world.code, "adjustment", { change: "resume" });
  const { submissionId } = await submitDraft(story.someone(world, "official"), resume, later);
  expect(await obligationsOf(world, later)).toEqual(["decision 2024-07-12"]);
  await decide(world, "head", submissionId, later);
  await decide(world, "supervisor", submissionId, later);
  expect((await story.rowOf(world.code)).stops).toEqual([stop]);
  // Whoever could not decide on the extension meanwhile has the whole time again, and the unit that asked in time is not late.
  expect(await obligationsOf(world, later)).toEqual(["decision 2024-07-12"]);
});

test("what was closed until 重新督办 is not asked for reports of that time", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  await story.carry(world, "completion");
  const supervisor = story.someone(world, "supervisor", undefined, 1);
  await strikeOff(supervisor, { ...(await story.onTask(world.code)), note: "已核查" }, now);
  const again = { ...(await story.onTask(world.code)), reason: "反弹", dueOn: "2024-12-31" };
  await reopenTask(supervisor, again, later);
  expect((await story.rowOf(world.code)).stops).toEqual([stop]);
});

test("the time to receive begins anew when an objection is turned down", async () => {
  const world = await makeWorld(1);
  await story.assign(world);
  const asked = await obligationsOf(world, now);
  expect(asked).toContain("receipt 2024-06-14");
  const objection = await story.send(world, "objection");
  const decided = new Date("2024-06-17T10:00:00+08:00");
  await decide(world, "head", objection, now);
  await decide(world, "director", objection, decided);
  expect(await obligationsOf(world, decided)).toContain("receipt 2024-06-19");
});
