import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { taskChasing } from "@/db/queries/chasing/chasing";
import { climbsTo } from "@/db/queries/chasing/levels";
import { waitingLevels } from "@/db/queries/chasing/waiting-levels";
import { notifications } from "@/db/schema/notifications";
import { readTask } from "@/db/seed/demo-reads";
import { assignment, company, now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { decisionFor, writing } from "@/db/testing/test-world-scenarios.fixture";
import { escalationLevels } from "@/lib/domain/chasing/reminder-policy";
import type { Actor } from "@/lib/domain/people/roles";
import { acknowledgeEscalation } from "./escalations";
import { remindEverybody } from "./remind";

const code = "AIR-10.1";
const later = new Date("2024-07-10T09:00:00+08:00");
const today = "2024-07-10";
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  actor = await company();
  const dates = { dueOn: "2024-06-28", cycle: "none" as const };
  await assignTask(actor("system-admin"), { ...(await assignment(code)), ...dates }, now);
  const { version } = await readTask(code);
  await receiveTask(actor("ecology-official"), { key: randomUUID(), code, version }, now);
  await remindEverybody(later);
});
afterAll(() => db.close());

const levelsSeenBy = async (name: string, about = code) =>
  (await taskChasing(actor(name), about, today)).escalations;
const idOf = async (wanted: string) =>
  (await levelsSeenBy("supervisor-1")).find(({ level }) => level === wanted)?.id ?? "";
const acknowledge = async (name: string, escalationId: string, note = "已安排专人跟进。") => {
  const input = { key: randomUUID(), escalationId, note };
  const refusal = await refusalOf(acknowledgeEscalation(actor(name), input, later));
  return (refusal as { code: string } | undefined)?.code ?? "done";
};
const climbsWaiting = async (name: string) => {
  const waiting = await waitingLevels(actor(name), today);
  return climbsTo(
    actor(name),
    today,
    waiting.map(({ id }) => id),
  );
};
const waitingFor = async (name: string, about = code) =>
  (await climbsWaiting(name))
    .filter(({ taskCode }) => taskCode === about)
    .map(({ level }) => level)
    .sort();
const countNotified = async (
  name: string,
  about: string,
  sentence: "escalation_reminded" | "escalation_raised" = "escalation_raised",
) => {
  const isNotified = and(
    eq(notifications.taskId, (await readTask(about)).id),
    eq(notifications.userId, actor(name).id),
    eq(notifications.sentence, sentence),
  );
  return database().$count(notifications, isNotified);
};

test("the first level reminds, and from the second on it is raised", async () => {
  expect(await countNotified("ecology-official", code, "escalation_reminded")).toBe(1);
  expect(await countNotified("ecology-official", code)).toBe(0);
  expect(await countNotified("ecology-head", code)).toBe(1);
});

test("each finds the level that speaks to them, and may acknowledge those below it too", async () => {
  expect(await waitingFor("ecology-official")).toEqual(["handler"]);
  expect(await waitingFor("ecology-head")).toEqual(["head"]);
  expect(await waitingFor("supervisor-1")).toEqual(["supervisor"]);
  expect(await waitingFor("director")).toEqual([]);
  const may = (await levelsSeenBy("ecology-head")).filter(({ mayAcknowledge }) => mayAcknowledge);
  expect(may.map(({ level }) => level).sort()).toEqual(["handler", "head"]);
});

test("refused: an unknown level, another unit, a level above one's own, a secrecy marking", async () => {
  const head = await idOf("head");
  expect(await acknowledge("ecology-head", randomUUID())).toBe("not_found");
  expect(await acknowledge("energy-head", head)).toBe("other_unit");
  expect(await acknowledge("ecology-official", head)).toBe("not_allowed");
  expect(await acknowledge("auditor", head)).toBe("not_allowed");
  expect(await acknowledge("ecology-head", head, "见绝密件")).toBe("secrecy_marking");
});

test("the office does not acknowledge for the unit, nor the unit for the office", async () => {
  for (const level of ["handler", "head"])
    for (const name of ["supervisor-1", "director"])
      expect(await acknowledge(name, await idOf(level))).toBe("not_allowed");
  expect(await acknowledge("ecology-head", await idOf("supervisor"))).toBe("not_allowed");
});

test("acknowledged once, with its note and what is below; the rest climbs no higher", async () => {
  const head = await idOf("head");
  const outcomes = await Promise.all([1, 2].map(() => acknowledge("ecology-head", head)));
  expect(outcomes.sort()).toEqual(["done", "escalation_acknowledged"]);
  const seen = (await levelsSeenBy("supervisor-1")).find(({ id }) => id === head);
  expect(seen).toMatchObject({ note: "已安排专人跟进。", isOpen: false, type: "due" });
  expect(await waitingFor("ecology-official")).toEqual([]);
  expect(await waitingFor("ecology-head")).toEqual([]);
  expect(await waitingFor("supervisor-1")).toEqual(["supervisor"]);
  await remindEverybody(new Date("2024-09-10T09:00:00+08:00"));
  expect((await levelsSeenBy("supervisor-1")).map(({ level }) => level)).not.toContain("office");
});

test("a decision's levels are those of the unit it waits with, not the lead's; and end with it", async () => {
  const helped = "AIR-10.2";
  const dates = { dueOn: "2024-12-31", cycle: "none" as const };
  const cooperatingIds = [actor("energy-head").departmentId];
  const choice = { ...(await assignment(helped)), ...dates, cooperatingIds };
  await assignTask(actor("system-admin"), choice, now);
  const { version } = await readTask(helped);
  await receiveTask(actor("ecology-official"), { key: randomUUID(), code: helped, version }, now);
  const { submissionId } = await submitDraft(
    actor("energy-official"),
    writing(helped, "contribution"),
    now,
  );
  await remindEverybody(new Date("2024-07-11T09:00:00+08:00"));

  // Two levels speak to the head: one entry, the higher, with both inside.
  expect(await waitingFor("energy-head", helped)).toEqual(["head"]);
  const [entry] = (await climbsWaiting("energy-head")).filter(
    ({ taskCode }) => taskCode === helped,
  );
  expect(entry?.climb.map(({ level }) => level)).toEqual([...escalationLevels]);
  expect(await countNotified("energy-head", helped)).toBe(1);
  expect(await waitingFor("ecology-head", helped)).toEqual([]);
  expect(await countNotified("ecology-head", helped)).toBe(0);
  const raised = await levelsSeenBy("supervisor-1", helped);
  const first = raised.find(({ level }) => level === "handler")?.id ?? "";
  expect(await acknowledge("ecology-head", first)).toBe("other_unit");
  expect(await acknowledge("energy-official", first)).toBe("not_allowed");
  await decideSubmission(actor("energy-head"), await decisionFor(submissionId), later);
  expect(await acknowledge("energy-head", first)).toBe("escalation_over");
});

test("a new lead is told of the same due day, whatever the old one has acknowledged", async () => {
  const moved = "AIR-10.3";
  const dates = { dueOn: "2024-06-28", cycle: "none" as const };
  await assignTask(actor("system-admin"), { ...(await assignment(moved)), ...dates }, now);
  await remindEverybody(new Date("2024-07-12T09:00:00+08:00"));
  const ofDue = async (name: string) =>
    (await levelsSeenBy(name, moved)).filter(({ type }) => type === "due");
  const old = (await ofDue("ecology-head")).find(({ level }) => level === "head");
  expect(await acknowledge("ecology-head", old?.id ?? "")).toBe("done");

  const leadId = actor("energy-head").departmentId;
  const choice = { ...(await assignment(moved)), ...dates, leadId, cooperatingIds: [] };
  await assignTask(actor("system-admin"), choice, new Date("2024-07-12T10:00:00+08:00"));
  await remindEverybody(new Date("2024-07-12T11:00:00+08:00"));
  expect(await countNotified("energy-head", moved)).toBe(1);
  const open = (await ofDue("energy-head")).filter(({ isOpen }) => isOpen);
  expect(open.map(({ level }) => level).sort()).toEqual(["handler", "head", "supervisor"]);
  const left = (await ofDue("energy-head")).find(
    ({ id }) => id !== old?.id && !open.some((each) => each.id === id),
  );
  expect(await acknowledge("energy-head", left?.id ?? "")).toBe("escalation_over");
});
