import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { assignTask } from "@/db/mutations/assignments/assignments";
import { taskChasing } from "@/db/queries/chasing/chasing";
import { inbox } from "@/db/queries/inbox/inbox";
import { auditEvents } from "@/db/schema/audit";
import { chases } from "@/db/schema/chasing";
import { outbox } from "@/db/schema/notifications";
import { readTask } from "@/db/seed/demo-reads";
import { goOn } from "@/db/seed/go-on";
import { assignment, company, now, refusalOf, takeOn } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { answerChase, sendChase } from "./chases";

const code = "AIR-10.1";
const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  await takeOn(code, { admin: actor("system-admin"), official: actor("ecology-official") });
});
afterAll(() => db.close());

const chase = (message = "请于本周五前报送进展。") => ({ key: randomUUID(), code, message });
const answer = (chaseId: string) => ({ key: randomUUID(), chaseId, answer: "周四报送。" });
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const chaseOf = async (person: Actor) => (await taskChasing(person, code, today)).chases[0];

test("only a supervisor chases, and only what is assigned and running", async () => {
  for (const name of ["ecology-official", "ecology-head", "system-admin", "auditor"])
    expect(await codeOf(sendChase(actor(name), chase(), now))).toBe("not_allowed");
  const unassigned = { ...chase(), code: "AIR-10.2" };
  expect(await codeOf(sendChase(actor("supervisor-1"), unassigned, now))).toBe("task_not_assigned");
  await goOn(
    (input) => assignTask(actor("system-admin"), input, now),
    await assignment("AIR-10.2"),
  );
  expect(await codeOf(sendChase(actor("supervisor-1"), unassigned, now))).toBe("done");
  const marked = chase("机密：请速报。");
  expect(await codeOf(sendChase(actor("supervisor-1"), marked, now))).toBe("secrecy_marking");
});

test("a doubled press chases once, and the unit is told through the outbox", async () => {
  const pressed = chase();
  const [first, second] = await Promise.all([
    sendChase(actor("supervisor-1"), pressed, now),
    sendChase(actor("supervisor-1"), pressed, now),
  ]);
  expect(second).toEqual(first);
  const sent = (await taskChasing(actor("supervisor-1"), code, today)).chases;
  expect(sent).toMatchObject([{ message: pressed.message, mayAnswer: false, answer: null }]);
  const { id } = await readTask(code);
  const posted = await db.owner
    .select({ type: auditEvents.type })
    .from(outbox)
    .innerJoin(auditEvents, eq(auditEvents.id, outbox.eventId))
    .where(and(eq(auditEvents.type, "chase.sent"), eq(auditEvents.taskId, id)));
  expect(posted).toHaveLength(1);
});

test("everybody of the lead unit finds it waiting, and nobody else", async () => {
  const waiting = async (name: string) =>
    (await inbox(actor(name), today))
      .flatMap(({ items }) => items.flatMap(({ chased, task }) => (chased ? task.code : [])))
      .filter((taskCode) => taskCode.startsWith("AIR-10"))
      .sort();
  expect(await waiting("ecology-official")).toEqual([code, "AIR-10.2"]);
  expect(await waiting("ecology-head")).toEqual([code, "AIR-10.2"]);
  for (const name of ["energy-official", "supervisor-1", "system-admin", "auditor"])
    expect(await waiting(name)).toEqual([]);
});

test("the unit answers once; of two at once one is refused", async () => {
  const { id = "" } = (await chaseOf(actor("ecology-official"))) ?? {};
  expect(await codeOf(answerChase(actor("energy-official"), answer(id), now))).toBe("other_unit");
  expect(await codeOf(answerChase(actor("supervisor-1"), answer(id), now))).toBe("not_allowed");
  expect(await codeOf(answerChase(actor("system-admin"), answer(randomUUID()), now))).toBe(
    "not_found",
  );
  const outcomes = await Promise.all(
    ["ecology-official", "ecology-head"].map((name) =>
      codeOf(answerChase(actor(name), answer(id), now)),
    ),
  );
  expect(outcomes.sort()).toEqual(["chase_answered", "done"]);
  expect(await chaseOf(actor("supervisor-1"))).toMatchObject({ answer: "周四报送。" });
  expect(await database().$count(chases, eq(chases.answer, "周四报送。"))).toBe(1);
});

test("a task that is not theirs to see shows nothing", async () => {
  expect(await taskChasing(actor("trade-unions-official"), code, today)).toEqual({
    chases: [],
    escalations: [],
    notices: [],
  });
});
