import { desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { assignTask } from "@/db/mutations/assignments/assignments";
import { recordEvent } from "@/db/mutations/record-event";
import { recoverJobs } from "@/db/mutations/system/recover-jobs";
import { countNotifications, listNotifications } from "@/db/queries/notifications/notifications";
import { auditEvents } from "@/db/schema/audit";
import { notifications, outbox } from "@/db/schema/notifications";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { readTask } from "@/db/seed/demo-reads";
import { assignment, company, now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { announce } from "./announce";
import { markRead } from "./notifications";

const key = "00000000-0000-4000-8000-000000000001";
let test: Awaited<ReturnType<typeof testDatabase>>;
let people: Awaited<ReturnType<typeof company>>;
let code: string;

beforeAll(async () => {
  test = await testDatabase({ role: "worker" });
  people = await company();
  const [task] = await database()
    .select({ code: tasks.code })
    .from(tasks)
    .where(sql`status = 'unassigned' and kind <> 'principle' and lead_department_id is not null`)
    .orderBy(tasks.code)
    .limit(1);
  code = task?.code ?? "";
});
afterAll(() => test.close());

async function posted() {
  const [row] = await database()
    .select({ id: outbox.id, announcedAt: outbox.announcedAt })
    .from(outbox)
    .innerJoin(auditEvents, eq(auditEvents.id, outbox.eventId))
    .innerJoin(tasks, eq(tasks.id, auditEvents.taskId))
    .where(eq(tasks.code, code))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return row;
}

const queued = () => test.owner.execute(sql`select id from graphile_worker.jobs order by id`);
const jobOf = (id: string) =>
  test.owner.execute(
    sql`select locked_by from graphile_worker.jobs where key = ${`announce:${id}`}`,
  );

it("posts nothing when the change is rolled back, and one row with its job when it commits", async () => {
  const { id } = await readTask(code);
  const jobs = await queued();
  const rolledBack = database().transaction(async (tx) => {
    const event = { type: "task.suspended", reason: "" } as const;
    await recordEvent(tx, people("system-admin"), event, { task: { id, code } }, now);
    throw new Error("too late");
  });
  await expect(rolledBack).rejects.toThrow("too late");
  expect(await posted()).toBeUndefined();
  expect(await queued()).toEqual(jobs);

  await assignTask(people("system-admin"), await assignment(code), now);
  const row = await posted();
  expect(row?.announcedAt).toBeNull();
  expect(await jobOf(row?.id ?? "")).toHaveLength(1);
});

it("tells each person once, however often and however many at a time it runs", async () => {
  const { id } = (await posted()) ?? { id: "" };
  await Promise.all(Array.from({ length: 10 }, () => announce(id, now)));
  await announce(id, now);
  const notified = await database()
    .select({ userId: notifications.userId, unit: users.departmentId })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId))
    .where(eq(notifications.outboxId, id));
  const { leadId } = await readTask(code);
  expect(new Set(notified.map(({ userId }) => userId)).size).toBe(notified.length);
  const ofLead = await database().$count(users, eq(users.departmentId, leadId ?? ""));
  expect(ofLead).toBeGreaterThan(1);
  expect(notified.filter(({ unit }) => unit === leadId)).toHaveLength(ofLead);
  expect((await posted())?.announcedAt).toEqual(now);
});

it("passes over a row that is gone", async () => {
  await announce("00000000-0000-4000-8000-000000000000", now);
});

it("lets people read their own and nobody else's", async () => {
  const { leadCode } = await readTask(code);
  const [head, official] = [people(`${leadCode}-head`), people(`${leadCode}-official`)];
  const [first] = await listNotifications(head, { unread: true, limit: 1, offset: 0 });
  expect(first).toMatchObject({ sentence: "task_assigned", taskCode: code, readAt: null });
  const ids = [first?.id ?? ""];
  const left = await countNotifications(head, { unread: true });
  expect(await markRead(official, { key, ids }, now)).toEqual({ count: 0 });
  expect(await markRead(head, { key, ids }, now)).toEqual({ count: 1 });
  expect(await countNotifications(head, { unread: true })).toBe(left - 1);
});

it("takes up what a dead worker held, and what lost its job", async () => {
  const unannounced = await database()
    .select({ id: outbox.id })
    .from(outbox)
    .where(sql`announced_at is null`)
    .limit(2);
  const [held = "", lost = ""] = unannounced.map(({ id }) => id);
  await test.owner.execute(
    sql`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() where key = ${`announce:${held}`}`,
  );
  await test.owner.execute(
    sql`delete from graphile_worker._private_jobs where key = ${`announce:${lost}`}`,
  );
  await recoverJobs(now);
  expect(await jobOf(held)).toEqual([{ locked_by: null }]);
  expect(await jobOf(lost)).toEqual([{ locked_by: null }]);
});
