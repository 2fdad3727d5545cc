import { randomUUID } from "node:crypto";
import { and, eq, like, sql } from "drizzle-orm";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { taskHistory } from "@/db/queries/audit";
import { auditEvents } from "@/db/schema/audit";
import { escalations, lightNotices } from "@/db/schema/chasing";
import { notifications, reminders } from "@/db/schema/notifications";
import { tasks } from "@/db/schema/tasks";
import { readTask } from "@/db/seed/demo-reads";
import { goOn } from "@/db/seed/go-on";
import {
  assignment,
  company,
  content,
  decisionOn,
  morningOf,
  now,
  report,
  sendReport,
  takeOn,
} from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { acknowledgeEscalation } from "./escalations";
import { remindEverybody } from "./remind";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  actor = await company();
});
afterAll(() => db.close());

const written = async () => ({
  notified: await database().$count(notifications),
  reminded: await database().$count(reminders),
  raised: await database().$count(escalations),
  issued: await database().$count(lightNotices),
  recorded: await database().$count(auditEvents),
});

/** Daily runs at 09:00, both days included. */
async function runDaily(from: Day, through: Day) {
  for (let day = from; day <= through; day = addDays(day, 1)) await remindEverybody(morningOf(day));
}

/** A task received on 2024-06-12 that is due on the 28th, reported on when there is something to say. */
async function dueInJune(code: string) {
  const input = { ...(await assignment(code)), dueOn: "2024-06-28", cycle: "none" as const };
  await goOn((each) => assignTask(actor("system-admin"), each, now), input);
  const { id, version } = await readTask(code);
  await receiveTask(actor("ecology-official"), { key: randomUUID(), code, version }, now);
  return id;
}

/** The due day of such a task while this unit leads it. */
const dueOf = ({ departmentId }: Actor, since: Day = "2024-06-12") =>
  `due:${departmentId}:${since}:2024-06-28`;

async function remindedOf(taskId: string, username: string) {
  const rows = await database()
    .select({ at: reminders.createdAt, obligation: reminders.obligation, rule: reminders.rule })
    .from(reminders)
    .where(and(eq(reminders.taskId, taskId), eq(reminders.userId, actor(username).id)))
    .orderBy(reminders.createdAt);
  return rows.map(
    ({ at, obligation, rule }) => `${at.toISOString().slice(0, 10)} ${obligation} ${rule}`,
  );
}

const raisedOn = (taskId: string) =>
  database()
    .select()
    .from(escalations)
    .where(eq(escalations.taskId, taskId))
    .orderBy(escalations.raisedAt);

test("of two runs at once one does everything, and the other nothing; so does a third", async () => {
  await Promise.all([remindEverybody(now), remindEverybody(now)]);
  const done = await written();
  expect(done.reminded).toBeGreaterThan(0);
  expect(done.raised).toBeGreaterThan(0);
  expect(done.issued).toBeGreaterThan(0);
  await remindEverybody(now);
  expect(await written()).toEqual(done);
});

test("one message a person, with a line of the log for everything in it", async () => {
  const digests = await database()
    .select({ userId: notifications.userId, id: notifications.id, params: notifications.params })
    .from(notifications)
    .where(eq(notifications.sentence, "reminder_digest"));
  expect(new Set(digests.map(({ userId }) => userId)).size).toBe(digests.length);
  for (const { id, params } of digests)
    expect(await database().$count(reminders, eq(reminders.notificationId, id))).toBe(params.total);
});

test("over weeks: reminders by working days, the escalation, and an end to both with an acknowledgement", async () => {
  const id = await dueInJune("AIR-10.1");
  await runDaily("2024-06-13", "2024-07-03");
  const due = dueOf(actor("ecology-head"));
  expect(await remindedOf(id, "ecology-official")).toEqual([
    `2024-06-19 ${due} before:7`,
    `2024-06-27 ${due} before:1`,
    `2024-07-01 ${due} after:1`,
  ]);
  expect(await remindedOf(id, "ecology-head")).toEqual([`2024-07-01 ${due} after:1`]);
  const raised = await raisedOn(id);
  expect(
    raised.map(({ level, raisedAt }) => `${raisedAt.toISOString().slice(0, 10)} ${level}`),
  ).toEqual(["2024-07-01 handler", "2024-07-03 head"]);

  const input = { key: randomUUID(), escalationId: raised[1]?.id ?? "", note: "已约谈承办处室。" };
  await acknowledgeEscalation(actor("ecology-head"), input, morningOf("2024-07-04"));
  await runDaily("2024-07-04", "2024-07-25");
  expect(await raisedOn(id)).toHaveLength(2);
  const notified = await database().$count(
    notifications,
    and(
      eq(notifications.taskId, id),
      eq(notifications.sentence, "escalation_raised"),
      eq(notifications.userId, actor("supervisor-1").id),
    ),
  );
  expect(notified).toBe(0);
});

test("every level and notice is in the history, by the system", async () => {
  const due = dueOf(actor("ecology-head"));
  const history = await taskHistory(actor("supervisor-1"), "AIR-10.1");
  const byClock = history
    .filter(({ actor }) => actor === null)
    .map(({ event }) => event)
    .filter(({ type }) => type !== "task.registered");
  expect(byClock).toMatchObject([
    { type: "notice.issued", light: "yellow" },
    { type: "notice.lifted", light: "yellow" },
    { type: "notice.issued", light: "red", reason: "overdue" },
    { type: "escalation.raised", obligation: due, level: "handler", workdaysLate: 1 },
    { type: "escalation.raised", level: "head", workdaysLate: 3 },
  ]);
});

test("closing ends it all: nothing is chased, and the notice is lifted", async () => {
  const code = "AIR-10.1";
  const { id } = await readTask(code);
  const day = (d: Day) => morningOf(d);
  const whole = { ...content, percent: 100, periodStart: "2024-06-12", periodEnd: "2024-07-26" };
  const completion = { ...report(code, { content: whole }), kind: "completion" as const };
  await submitDraft(actor("ecology-official"), completion, day("2024-07-26"));
  await decideSubmission(actor("ecology-head"), await decisionOn(code), day("2024-07-26"));
  await decideSubmission(actor("supervisor-1"), await decisionOn(code), day("2024-07-26"));
  const before = await remindedOf(id, "ecology-official");
  await runDaily("2024-07-26", "2024-09-10");
  expect(await remindedOf(id, "ecology-official")).toEqual(before);
  expect(await raisedOn(id)).toHaveLength(2);
  const notices = await database().select().from(lightNotices).where(eq(lightNotices.taskId, id));
  expect(notices.map(({ light, liftedOn }) => [light, liftedOn])).toContainEqual([
    "red",
    "2024-07-26",
  ]);
  expect(notices.every(({ liftedOn }) => liftedOn !== null)).toBe(true);
});

test("approvers are chased by their step's own limit, until they decide", async () => {
  const code = "AIR-10.3";
  await takeOn(code, { admin: actor("system-admin"), official: actor("ecology-official") });
  const { id } = await readTask(code);
  const seen = await sendReport(code, actor("ecology-official"));
  const chased = () =>
    database()
      .select({ userId: reminders.userId })
      .from(reminders)
      .where(and(eq(reminders.taskId, id), like(reminders.obligation, "decision:%")));
  // The head has had it since the 12th, with two working days: until Friday the 14th.
  await remindEverybody(new Date("2024-09-15T09:00:00+08:00"));
  expect(await chased()).toEqual([{ userId: actor("ecology-head").id }]);
  await decideSubmission(
    actor("ecology-head"),
    { ...seen, key: randomUUID() },
    morningOf("2024-09-16"),
  );
  await remindEverybody(morningOf("2024-10-20"));
  const supervisors = [1, 2, 3].map((each) => actor(`supervisor-${each}`).id);
  const notified = (await chased()).map(({ userId }) => userId);
  expect(notified).toEqual(expect.arrayContaining([actor("ecology-head").id, ...supervisors]));
  expect(notified).toHaveLength(1 + supervisors.length);
});

test("a task that somebody is changing at this instant is left to the next run", async () => {
  const code = "AIR-10.5";
  const id = await dueInJune(code);
  const day = morningOf("2024-11-20");
  await db.owner.transaction(async (tx) => {
    await tx.select().from(tasks).where(eq(tasks.code, code)).for("update");
    await remindEverybody(day);
  });
  expect(await raisedOn(id)).toEqual([]);
  await remindEverybody(day);
  expect(await raisedOn(id)).toHaveLength(4);
});

test("nobody ever got two grouped reminders within twenty hours", async () => {
  const [closest] = await database().execute<{ hours: number }>(sql`
    select min(extract(epoch from gap) / 3600)::float as hours from (
      select created_at - lag(created_at) over (partition by user_id order by created_at) as gap
      from notifications where sentence = 'reminder_digest') as gaps`);
  expect(closest?.hours).toBeGreaterThanOrEqual(20);
});

test("a run with much to say takes a few statements more than one with nothing, not one for each task", async () => {
  const statementsOf = async (at: Date) => {
    const asked = vi.spyOn(PostgresJsSession.prototype, "prepareQuery");
    await remindEverybody(at);
    const count = asked.mock.calls.length;
    asked.mockRestore();
    return count;
  };
  const before = await written();
  const busy = await statementsOf(morningOf("2025-03-10"));
  expect((await written()).notified - before.notified).toBeGreaterThan(50);
  const quiet = await statementsOf(morningOf("2025-03-10"));
  expect(quiet).toBeGreaterThan(10);
  // One of them asks for the liaisons (联络员).
  expect(busy - quiet).toBeLessThanOrEqual(10);
});

test("a run queues its mail once, however much it tells", async () => {
  const mail = { MAIL_FROM: "taizhang@example.gov.cn", PUBLIC_URL: "https://dc.example" };
  for (const [name, value] of Object.entries({ ...mail, SMTP_URL: "smtp://127.0.0.1:1" }))
    vi.stubEnv(name, value);
  const asked = vi.spyOn(PostgresJsSession.prototype, "prepareQuery");
  await remindEverybody(morningOf("2025-05-12"));
  const queries = asked.mock.calls.map(([query]) => query.sql);
  asked.mockRestore();
  vi.unstubAllEnvs();
  const notified = await database()
    .select({ userId: notifications.userId })
    .from(notifications)
    .where(eq(notifications.createdAt, morningOf("2025-05-12")));
  expect(notified.length).toBeGreaterThan(1);
  expect(queries.filter((query) => query.includes("queue_job('mail'"))).toHaveLength(1);
});
