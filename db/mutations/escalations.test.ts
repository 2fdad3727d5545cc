import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personChasing, taskChasing } from "@/db/queries/chasing";
import { readTask } from "@/db/seed/demo-reads";
import { testDatabase } from "@/db/test-database";
import type { Actor } from "@/lib/domain/roles";
import { assignTask } from "./assignments";
import { acknowledgeEscalation } from "./escalations";
import { receiveTask } from "./receipts";
import { remindEverybody } from "./remind";
import { assignment, company, now, refusalOf } from "./story.fixture";

const code = "AIR-10.1";
const later = new Date("2024-07-10T09:00:00+08:00");
const today = "2024-07-10";
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  const dates = { dueOn: "2024-06-28", cycle: "none" as const };
  await assignTask(actor("admin"), { ...(await assignment(code)), ...dates }, now);
  const { version } = await readTask(code);
  await receiveTask(actor("ecology-official"), { key: randomUUID(), code, version }, now);
  await remindEverybody(later);
});
afterAll(() => db.close());

const rungsSeenBy = async (name: string) =>
  (await taskChasing(actor(name), code, today)).escalations;
const idOf = async (wanted: string) =>
  (await rungsSeenBy("supervisor-1")).find(({ rung }) => rung === wanted)?.id ?? "";
const acknowledge = async (name: string, escalationId: string, note = "已安排专人跟进。") => {
  const input = { key: randomUUID(), escalationId, note };
  const refusal = await refusalOf(acknowledgeEscalation(actor(name), input, later));
  return (refusal as { code: string } | undefined)?.code ?? "done";
};
const waitingFor = async (name: string) =>
  (await personChasing(actor(name), today)).escalations
    .filter(({ taskCode }) => taskCode === code)
    .map(({ rung }) => rung);

test("each finds the rung that speaks to them, and may acknowledge those below it too", async () => {
  expect(await waitingFor("ecology-official")).toEqual(["handler"]);
  expect(await waitingFor("ecology-head")).toEqual(["head"]);
  expect(await waitingFor("supervisor-1")).toEqual(["supervisor"]);
  expect(await waitingFor("admin")).toEqual([]);
  const may = (await rungsSeenBy("ecology-head")).filter(({ mayAcknowledge }) => mayAcknowledge);
  expect(may.map(({ rung }) => rung).sort()).toEqual(["handler", "head"]);
});

test("refused: an unknown rung, another unit, a rung above one's own, a secrecy marking", async () => {
  const head = await idOf("head");
  expect(await acknowledge("ecology-head", randomUUID())).toBe("not_found");
  expect(await acknowledge("energy-head", head)).toBe("other_unit");
  expect(await acknowledge("ecology-official", head)).toBe("not_allowed");
  expect(await acknowledge("auditor", head)).toBe("not_allowed");
  expect(await acknowledge("ecology-head", head, "见绝密件")).toBe("secrecy_marking");
});

test("acknowledged once, with its note; the rest climbs no higher", async () => {
  const head = await idOf("head");
  const outcomes = await Promise.all([1, 2].map(() => acknowledge("ecology-head", head)));
  expect(outcomes.sort()).toEqual(["done", "escalation_acknowledged"]);
  const seen = (await rungsSeenBy("supervisor-1")).find(({ id }) => id === head);
  expect(seen).toMatchObject({ note: "已安排专人跟进。", isOpen: false, type: "due" });
  await remindEverybody(new Date("2024-09-10T09:00:00+08:00"));
  expect((await rungsSeenBy("supervisor-1")).map(({ rung }) => rung)).not.toContain("office");
});
