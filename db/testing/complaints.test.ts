import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { receiveTask } from "@/db/mutations/assignments/assignments";
import { splitTask } from "@/db/mutations/assignments/splits";
import { strikeOff } from "@/db/mutations/assignments/strike-off";
import { answerChase, sendChase } from "@/db/mutations/chasing/chases";
import { announce } from "@/db/mutations/notifications/announce";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { inbox } from "@/db/queries/inbox/inbox";
import { wholeLedger } from "@/db/queries/tasks/ledger";
import { chases } from "@/db/schema/chasing";
import { notifications, outbox } from "@/db/schema/notifications";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { readCast } from "@/db/seed/demo-reads";
import { dayIn } from "@/lib/domain/calendar/days";
import { readFilters } from "@/lib/domain/tasks/ledger-filters";
import { now, refusalOf } from "./scenario.fixture";
import { testDatabase } from "./test-database";
import { type World, worldMaker } from "./test-world.fixture";
import * as story from "./test-world-scenarios.fixture";

// What users of such systems complain of (process.md §8), each as a test that it is not so here.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const chaseOn = (code: string) => ({ key: randomUUID(), code, message: "请速报。" });

async function returned(world: World, kind: "progress" | "completion") {
  await story.takeOn(world);
  const id = await story.send(world, kind);
  const decision = await story.decisionFor(id, "return");
  await decideSubmission(story.someone(world, "supervisor"), decision, now);
  return story.seen(id);
}

test("退回后记录不能编辑: what was returned can be edited (ferry #74)", async () => {
  const world = await makeWorld(1);
  const { version } = await returned(world, "progress");
  const { key: _, ...draft } = story.writing(world.code, "progress", { progress: "已补充。" });
  const official = story.someone(world, "official");
  expect(await codeOf(saveDraft(official, { ...draft, version }, now))).toBe("done");
});

test("退回后流程走不完: what was returned can be finished (steedos #1376)", async () => {
  const world = await makeWorld(1);
  const { version, submissionId } = await returned(world, "completion");
  const again = { ...story.writing(world.code, "completion"), version };
  await submitDraft(story.someone(world, "official"), again, now);
  const decision = await story.decisionFor(submissionId);
  expect(await codeOf(decideSubmission(story.someone(world, "supervisor"), decision, now))).toBe(
    "done",
  );
  expect((await story.rowOf(world.code)).status).toBe("completed");
});

test("催办漏人: a 催办 reaches everybody of the unit, two of one name too (steedos #1711, #1531)", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  await sendChase(story.someone(world, "supervisor"), chaseOn(world.code), now);
  for (const { id } of await database().select({ id: outbox.id }).from(outbox))
    await announce(id, now);
  const { id: taskId } = await story.rowOf(world.code);
  const told = await database()
    .select({ userId: notifications.userId })
    .from(notifications)
    .where(and(eq(notifications.taskId, taskId), eq(notifications.sentence, "chase_sent")));
  const unit = world.people.filter(({ departmentId }) => departmentId === world.units.lead);
  expect(new Set(unit.map(({ name }) => name)).size).toBe(1);
  const sorted = (ids: string[]) => [...ids].sort();
  const reached = sorted(told.map(({ userId }) => userId));
  const ids = unit.map(({ id }) => id);
  expect(reached.filter((id) => ids.includes(id))).toEqual(sorted(ids));
});

test("办结后还能督办: nothing is chased, answered, split, received or asked for after closing (bk-itsm #946, #948)", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const supervisor = story.someone(world, "supervisor");
  const official = story.someone(world, "official");
  await sendChase(supervisor, chaseOn(world.code), now);
  const search = {
    filters: readFilters({ q: world.code, chased: "1" }),
    order: "document",
  } as const;
  const chased = async () => (await wholeLedger(supervisor, dayIn(now), search)).length;
  expect(await chased()).toBe(1);
  const waiting = await story.decisionFor(await story.send(world, "extension"));
  await story.carry(world, "completion");
  const { id: taskId } = await story.rowOf(world.code);
  const [chase] = await database().select().from(chases).where(eq(chases.taskId, taskId));

  const press = await story.onTask(world.code);
  const part = { title: "分项", scope: "", leadId: world.units.lead, dueOn: null, cycle: "none" };
  const attempts = {
    chase: () => sendChase(supervisor, chaseOn(world.code), now),
    answer: () =>
      answerChase(official, { key: randomUUID(), chaseId: chase?.id ?? "", answer: "好" }, now),
    split: () => splitTask(official, { ...press, ...part } as Parameters<typeof splitTask>[1], now),
    receive: () => receiveTask(official, { ...press, key: randomUUID() }, now),
    report: () => submitDraft(official, story.writing(world.code, "progress"), now),
    extension: () => submitDraft(official, story.writing(world.code, "extension"), now),
    adjustment: () => submitDraft(official, story.writing(world.code, "adjustment"), now),
  };
  for (const [name, attempt] of Object.entries(attempts))
    expect([name, await codeOf(attempt())]).toEqual([name, "task_closed"]);
  expect(await codeOf(decideSubmission(supervisor, waiting, now))).toBe("submission_wrong_status");
  // The 催办 nobody answered is no longer open, neither in the ledger nor in the inbox.
  expect(await chased()).toBe(0);
  const waits = (await inbox(official, dayIn(now))).flatMap(({ items }) => items);
  const chasedCodes = waits.flatMap(({ chased, task }) => (chased ? task.code : []));
  expect(chasedCodes).not.toContain(world.code);
});

test("督办人不是处理人就办不了: a supervisor who never handled it decides and strikes off (bk-itsm #58)", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  await story.carry(world, "completion");
  const other = story.someone(world, "supervisor", undefined, 1);
  const press = { ...(await story.onTask(world.code)), note: "已核查" };
  expect(await codeOf(strikeOff(other, press, now))).toBe("done");
});

test("数字与清单不符: what waits in everybody's inbox is exactly what the rules let them do", async () => {
  const cast = await readCast();
  const assigned = await database().select().from(tasks).where(eq(tasks.status, "assigned"));
  const inReview = await database()
    .select({ id: submissions.id })
    .from(submissions)
    .where(eq(submissions.status, "in_review"));
  let waiting = 0;
  for (const [username, actor] of cast) {
    const sections = new Map(
      (await inbox(actor, dayIn(now), 1000)).map(({ section, items }) => [section, items]),
    );
    // A stale page is refused last: whoever gets as far as that could have done it.
    const receivable = await allowed(assigned, "task_changed", ({ code }) =>
      receiveTask(actor, { key: randomUUID(), code, version: 9999 }, now),
    );
    const receiving = sections.get("to_receive") ?? [];
    expect([username, receiving.map(({ task }) => task.id).sort()]).toEqual([
      username,
      receivable.sort(),
    ]);
    const decidable = await allowed(inReview, "submission_changed", async ({ id }) =>
      decideSubmission(actor, { ...(await story.decisionFor(id)), version: 9999 }, now),
    );
    const deciding = ["to_decide", "to_rule"] as const;
    const listed = deciding.flatMap((section) => sections.get(section) ?? []);
    expect([username, listed.map(({ submission }) => submission?.id).sort()]).toEqual([
      username,
      decidable.sort(),
    ]);
    waiting += receivable.length + decidable.length;
  }
  expect(waiting).toBeGreaterThan(5);
});

async function allowed<Row extends { id: string }>(
  rows: Row[],
  code: string,
  attempt: (row: Row) => Promise<unknown>,
) {
  const codes = await Promise.all(rows.map((row) => codeOf(attempt(row))));
  return rows.flatMap(({ id }, i) => (codes[i] === code ? [id] : []));
}

test("绕过流程改状态: no status changes without its event, whoever writes the row", async () => {
  const world = await makeWorld(1);
  await story.takeOn(world);
  const id = await story.send(world, "completion");
  const unrecorded = { cause: { message: expect.stringContaining("has no event in the history") } };
  const approved = { status: "approved", step: null, stepSince: null } as const;
  const report = database().update(submissions).set(approved).where(eq(submissions.id, id));
  await expect(report).rejects.toMatchObject(unrecorded);
  const completed = { status: "completed", completedOn: "2024-06-12" } as const;
  const task = database().update(tasks).set(completed).where(eq(tasks.code, world.code));
  await expect(task).rejects.toMatchObject(unrecorded);
});

test("同名同姓: of two people of one name only the one who wrote may not decide", async () => {
  const world = await makeWorld(0);
  await story.takeOn(world);
  const [writer, namesake] = [
    story.someone(world, "head"),
    story.someone(world, "head", "lead", 1),
  ];
  expect(writer.name).toBe(namesake.name);
  const { submissionId } = await submitDraft(writer, story.writing(world.code, "progress"), now);
  const decision = await story.decisionFor(submissionId);
  expect(await codeOf(decideSubmission(writer, decision, now))).toBe("submission_own_work");
  expect(await codeOf(decideSubmission(namesake, decision, now))).toBe("done");
});
