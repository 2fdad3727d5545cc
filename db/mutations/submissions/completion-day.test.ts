import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { openObligations } from "@/db/queries/chasing/obligations";
import { worstTasks } from "@/db/queries/inbox/leader-home";
import { publicTasks } from "@/db/queries/public/public";
import { submissionDetail } from "@/db/queries/submissions/submission-detail";
import { wholeLedger } from "@/db/queries/tasks/ledger";
import { loadTaskHealth, publicHealthByDay } from "@/db/queries/tasks/task-health";
import { morningOf, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import * as story from "@/db/testing/test-world-scenarios.fixture";
import type { Day } from "@/lib/domain/calendar/days";
import { readFilters } from "@/lib/domain/tasks/ledger-filters";
import { decideSubmission } from "./decisions";
import { saveDraft } from "./drafts";
import { attachEvidence } from "./evidence";
import { submitDraft, withdrawSubmission } from "./submissions";

// Who has sent in time is not late for the days that others take to decide. The task is due on 2024-12-31.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

async function sendOn(world: World, on: Day) {
  const official = story.someone(world, "official");
  const completion = story.writing(world.code, "completion");
  const sent = await submitDraft(official, completion, morningOf(on));
  return sent.submissionId;
}
const decideOn = async (world: World, id: string, decision: "approve" | "return", on: Day) =>
  decideSubmission(
    story.someone(world, "supervisor"),
    await story.decisionFor(id, decision),
    morningOf(on),
  );

/** The health of a world's task on a day, inside and, of the register as it stood then, outside. */
async function healthOn({ code }: World, day: Day) {
  const inside = (await loadTaskHealth(database(), day)).get(code);
  const outside = (await publicHealthByDay([day])).get(day)?.get(code);
  return [inside, outside].map((health) => [health?.light, health?.reason, health?.daysLate]);
}
const both = (...said: unknown[]) => [said, said];

async function chasedOn({ code }: World, day: Day) {
  const open = await openObligations(database(), day, await loadCalendar(database()));
  return open.filter(({ task }) => task.code === code).map(({ type }) => type);
}

test("a completion sent the day before it was due, and approved nine days after it, was done in time", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const id = await sendOn(world, "2024-12-30");
  for (const day of ["2024-12-31", "2025-01-08"]) {
    expect(await healthOn(world, day)).toEqual(both("green", "completion_in_review", 0));
    expect(await chasedOn(world, day)).toEqual([]);
  }
  await decideOn(world, id, "approve", "2025-01-09");
  expect((await story.rowOf(world.code)).completedOn).toBe("2024-12-30");
  expect(await healthOn(world, "2025-01-10")).toEqual(both("blue", "completed", 0));
  const then = (await publicTasks("2025-01-08")).find(({ code }) => code === world.code);
  expect(then?.health).toMatchObject({ light: "green", daysLate: 0, sentOn: "2024-12-30" });
});

test("one sent five days late is five days late, however long its review takes", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  expect(await healthOn(world, "2025-01-04")).toEqual(both("red", "overdue", 4));
  const id = await sendOn(world, "2025-01-05");
  expect(await healthOn(world, "2025-01-25")).toEqual(both("red", "overdue", 5));
  expect(await chasedOn(world, "2025-01-25")).toEqual([]);
  const leader = story.someone(world, "leader");
  const worst = await worstTasks(leader, "2025-01-25", { limit: 500, offset: 0 });
  expect(worst.map(({ code }) => code)).toContain(world.code);
  await decideOn(world, id, "approve", "2025-01-26");
  expect((await story.rowOf(world.code)).completedOn).toBe("2025-01-05");
  expect(await healthOn(world, "2025-01-27")).toEqual(both("blue", "completed", 5));
});

test("what is returned or taken back is not done: the days count from the due day again", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const id = await sendOn(world, "2024-12-30");
  await decideOn(world, id, "return", "2025-01-08");
  expect(await healthOn(world, "2025-01-10")).toEqual(both("red", "overdue", 10));
  expect(await chasedOn(world, "2025-01-10")).toEqual(["due"]);
  // What that day looked like stays so.
  const [, outside] = await healthOn(world, "2025-01-07");
  expect(outside).toEqual(["green", "completion_in_review", 0]);

  const again = {
    ...story.writing(world.code, "completion"),
    version: (await story.seen(id)).version,
  };
  await submitDraft(story.someone(world, "official"), again, morningOf("2025-01-11"));
  expect(await healthOn(world, "2025-01-20")).toEqual(both("red", "overdue", 11));
  await withdrawSubmission(
    story.someone(world, "official"),
    await story.seen(id),
    morningOf("2025-01-20"),
  );
  expect(await healthOn(world, "2025-01-21")).toEqual(both("red", "overdue", 21));
});

test("the ledger's 已逾期 and the light of a task say the same while it is in review", async () => {
  const [inTime, late] = [await makeWorld(1), await makeWorld(1)];
  for (const world of [inTime, late]) await story.takeOn(world);
  await sendOn(inTime, "2024-12-31");
  await sendOn(late, "2025-01-02");
  const day = "2025-01-20";
  const supervisor = story.someone(inTime, "supervisor");
  const search = { filters: readFilters({ due: "overdue" }), order: "document" } as const;
  const overdue = (await wholeLedger(supervisor, day, search)).map(({ code }) => code);
  expect(overdue).toContain(late.code);
  expect(overdue).not.toContain(inTime.code);
});

test("a report that was sent is not owed while somebody reads it, neither inside nor outside", async () => {
  const world = await makeWorld(1);
  const monthly = { ...(await story.assignmentOf(world)), cycle: "monthly" as const };
  await assignTask(story.someone(world, "system_admin"), monthly, morningOf("2024-06-03"));
  const official = story.someone(world, "official");
  await receiveTask(official, await story.onTask(world.code), morningOf("2024-06-03"));
  const owed = async (day: Day) => {
    const inside = (await loadTaskHealth(database(), day)).get(world.code);
    const outside = (await publicHealthByDay([day])).get(day)?.get(world.code);
    return [inside, outside].map((health) => health?.owed !== null);
  };
  expect(await owed("2024-07-09")).toEqual([true, true]);
  const period = { periodStart: "2024-06-01", periodEnd: "2024-06-30" };
  const report = story.writing(world.code, "progress", { ...period, percent: 40 });
  const { submissionId: id } = await submitDraft(official, report, morningOf("2024-07-04"));
  expect((await story.rowOf(world.code)).reportSent).toEqual({
    kind: "progress",
    sentOn: "2024-07-04",
    period: { start: "2024-06-01", end: "2024-06-30" },
  });
  expect(await owed("2024-07-09")).toEqual([false, false]);
  await decideOn(world, id, "return", "2024-07-10");
  expect(await owed("2024-07-11")).toEqual([true, true]);
  const [, outside] = await owed("2024-07-09");
  expect(outside).toBe(false);
  const again = { ...report, key: randomUUID(), version: (await story.seen(id)).version };
  await submitDraft(official, again, morningOf("2024-07-11"));
  await decideOn(world, id, "approve", "2024-07-12");
  expect((await story.rowOf(world.code)).reportSent).toBeNull();
  expect(await owed("2024-07-13")).toEqual([false, false]);
});

/** Sent late, on 2025-01-05, with the day that the unit says it was done on; with evidence if there is any. */
async function sendStating(world: World, completedOn: Day, hasEvidence: boolean) {
  const official = story.someone(world, "official");
  const on = morningOf("2025-01-05");
  const { key, ...draft } = story.writing(world.code, "completion", { completedOn });
  const { submissionId, version } = await saveDraft(official, { ...draft, version: null }, on);
  if (hasEvidence) await attachEvidence(official, story.fileFor(submissionId), story.fileBytes, on);
  await submitDraft(official, { ...draft, key, version }, on);
  return submissionId;
}

test("a day before the sending counts where the approver confirms it by the evidence, and both days are public", async () => {
  const [confirmed, not] = [await makeWorld(1), await makeWorld(1)];
  for (const world of [confirmed, not]) await story.takeOn(world);
  const id = await sendStating(confirmed, "2024-12-28", true);
  const supervisor = story.someone(confirmed, "supervisor");
  expect((await submissionDetail(supervisor, id))?.statedDay).toEqual({
    ...{ completedOn: "2024-12-28", sentOn: "2025-01-05", daysLate: 5 },
  });
  const approval = { ...(await story.decisionFor(id)), confirmsCompletedOn: true };
  await decideSubmission(supervisor, approval, morningOf("2025-01-09"));
  expect(await healthOn(confirmed, "2025-01-10")).toEqual(both("blue", "completed", 0));
  const shown = (await publicTasks("2025-01-10")).find(({ code }) => code === confirmed.code);
  expect(shown).toMatchObject({ completedOn: "2024-12-28", completionSentOn: "2025-01-05" });

  const other = await sendStating(not, "2024-12-28", true);
  await decideOn(not, other, "approve", "2025-01-09");
  expect(await story.rowOf(not.code)).toMatchObject({
    ...{ completedOn: "2025-01-05", completionSentOn: "2025-01-05" },
  });
});

test("a day without evidence, without an earlier one, or of anything but a completion is not confirmed", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const supervisor = story.someone(world, "supervisor");
  const confirm = async (id: string) => {
    const input = { ...(await story.decisionFor(id)), confirmsCompletedOn: true };
    return refusalOf(decideSubmission(supervisor, input, morningOf("2025-01-09")));
  };
  const id = await sendStating(world, "2024-12-28", false);
  expect((await submissionDetail(supervisor, id))?.statedDay).toBeNull();
  expect(await confirm(id)).toMatchObject({ code: "completed_on_without_evidence" });
  await decideOn(world, id, "return", "2025-01-09");
  const report = await story.send(await taken(), "progress");
  expect(await confirm(report)).toMatchObject({ code: "invalid_input" });
  const sameDay = await taken();
  expect(await confirm(await sendStating(sameDay, "2025-01-05", true))).toMatchObject({
    code: "invalid_input",
  });
});

async function taken() {
  const world = await makeWorld(1);
  await story.takeOn(world);
  return world;
}

test("an extension asked for in time is waited for by nobody but whoever decides, and late again once it is returned", async () => {
  const world = await taken();
  const official = story.someone(world, "official");
  const asked = story.writing(world.code, "extension", { newDueOn: "2025-03-31" });
  const { submissionId } = await submitDraft(official, asked, morningOf("2024-12-30"));
  for (const day of ["2025-01-02", "2025-01-20"]) {
    const [inside, outside] = await healthOn(world, day);
    expect([inside, outside]).toEqual(both("yellow", "extension_in_review", 0));
    expect(await chasedOn(world, day)).toEqual([]);
  }
  const search = { filters: readFilters({ due: "overdue" }), order: "document" } as const;
  const late = await wholeLedger(story.someone(world, "supervisor"), "2025-01-20", search);
  expect(late.map(({ code }) => code)).not.toContain(world.code);
  await decideOn(world, submissionId, "return", "2025-01-21");
  expect(await healthOn(world, "2025-01-22")).toEqual(both("red", "overdue", 22));
});
