import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { taskHistory } from "@/db/queries/audit";
import { publicTasks } from "@/db/queries/public/public";
import { changesOfTasks } from "@/db/queries/public/public-changes";
import { loadTaskHealth } from "@/db/queries/tasks/task-health";
import { readTask } from "@/db/seed/demo-reads";
import { goOn } from "@/db/seed/go-on";
import { assignment, company, now, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { AssignInput } from "@/lib/domain/assignments/inputs";
import { addDays } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { database } from "./client";
import { auditEvents } from "./schema/audit";
import { chases } from "./schema/chasing";
import { installation } from "./schema/installation";
import { publishedReports } from "./schema/submissions";
import { tasks } from "./schema/tasks";

// The order of what is recorded is the database's: no clock that is set makes what came last the last no more.

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
});
afterAll(() => db.close());

const hours = (n: number, from = now) => new Date(from.getTime() + n * 3_600_000);

async function assignAt(code: string, at: Date) {
  const assign = (input: AssignInput) => assignTask(actor("system-admin"), input, at);
  await goOn(assign, await assignment(code));
}
async function receiveAt(code: string, username: string, at: Date) {
  const { version } = await readTask(code);
  await receiveTask(actor(username), { key: randomUUID(), code, version }, at);
}
async function statusOn(code: string, day = today) {
  return (await publicTasks(day)).find((task) => task.code === code)?.status;
}
const stepsOf = async (code: string, day = today) =>
  (await changesOfTasks([code], day)).map(({ type }) => type);

describe("the public register", () => {
  test("shows what came last, though the clock was set back three hours before it", async () => {
    await assignAt("AIR-10.1", now);
    await receiveAt("AIR-10.1", "ecology-official", hours(-3));
    expect(await statusOn("AIR-10.1")).toBe("active");
    expect(await stepsOf("AIR-10.1")).toEqual(["received", "assigned", "registered"]);
  });

  test("of a day that is over stays as it was, though the clock was set back over midnight", async () => {
    const midnight = new Date(`${today}T00:30:00+08:00`);
    const before = await statusOn("AIR-10.2", addDays(today, -1));
    await assignAt("AIR-10.2", midnight);
    await receiveAt("AIR-10.2", "ecology-official", hours(-3, midnight));
    expect(await statusOn("AIR-10.2", addDays(today, -1))).toBe(before);
    expect(await statusOn("AIR-10.2")).toBe("active");
  });

  test("shows today's change, though the clock was two months ahead at the one before it", async () => {
    await assignAt("AIR-10.3", hours(60 * 24));
    expect(await statusOn("AIR-10.3")).toBe("unassigned");
    await receiveAt("AIR-10.3", "ecology-official", now);
    expect(await statusOn("AIR-10.3")).toBe("active");
    expect(await statusOn("AIR-10.3", addDays(today, 90))).toBe("active");
  });
});

test("the percentage is that of the last report, whatever its time", async () => {
  const [task] = await db.owner
    .select({ id: tasks.id, code: tasks.code })
    .from(tasks)
    .where(eq(tasks.code, "AIR-07.3"));
  if (!task) throw new Error("The demo has no AIR-07.3");
  const percents = async () => {
    const [health, shown] = [await loadTaskHealth(database(), today), await publicTasks(today)];
    return [
      health.get(task.code)?.percent,
      shown.find(({ code }) => code === task.code)?.health.percent,
    ];
  };
  const before = await percents();
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx
      .update(publishedReports)
      .set({
        publishedAt: sql`'2024-03-01'::timestamptz - (${publishedReports.sequence} || ' minutes')::interval`,
      })
      .where(eq(publishedReports.taskId, task.id));
  });
  expect(await percents()).toEqual(before);
});

test("the history is told in the order in which it came", async () => {
  await assignAt("AIR-10.5", now);
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update audit_events set recorded_at = recorded_at + interval '3 hours' where type = 'task.assigned'
      and task_id = (select id from tasks where code = 'AIR-10.5')`);
  });
  await receiveAt("AIR-10.5", "ecology-official", now);
  const told = (await taskHistory(actor("supervisor-1"), "AIR-10.5")).map(
    ({ event }) => event.type,
  );
  expect(told.slice(-2)).toEqual(["task.assigned", "task.received"]);
});

const forged = (at: Date) =>
  database()
    .insert(auditEvents)
    .values({
      ...{ type: "session.started", at, entry: new TextEncoder().encode("{}") },
      ...{ recordedAt: new Date("2000-01-01"), transactionId: "7", sequence: 1 },
    })
    .returning();

test("of an event the database says when it was recorded, by which transaction, and after what", async () => {
  const [last] = await db.owner.execute<{ sequence: string }>(
    sql`select max(sequence) as sequence from audit_events`,
  );
  const [event] = await forged(now);
  const [{ recent = false } = {}] = await db.owner.execute<{ recent: boolean }>(
    sql`select recorded_at between now() - interval '1 minute' and now() + interval '1 minute'
      and transaction_id <> '7' as recent from audit_events where id = ${event?.id}`,
  );
  expect(recent).toBe(true);
  expect(event?.sequence).toBeGreaterThan(Number(last?.sequence));
});

test("a place once given stays, also of what may be changed", async () => {
  const [chase] = await db.owner.select().from(chases).limit(1);
  if (!chase) throw new Error("The demo has chased nobody");
  await db.owner.transaction(async (tx) => {
    await tx.execute(sql`insert into audit_events (type, task_id, at, entry)
      values ('chase.sent', ${chase.taskId}, now(), '')`);
    await tx.update(chases).set({ sequence: 1 }).where(eq(chases.id, chase.id));
  });
  const [after] = await db.owner.select().from(chases).where(eq(chases.id, chase.id));
  expect(after?.sequence).toBe(chase.sequence);
});

test("where the data is real, no event is dated further from the database's clock than an hour", async () => {
  await db.owner.update(installation).set({ isDemo: false, clockShiftDays: 0 });
  const refused = { cause: { code: "23514" } };
  await expect(forged(hours(-2, new Date()))).rejects.toMatchObject(refused);
  await expect(forged(hours(2, new Date()))).rejects.toMatchObject(refused);
  expect(await forged(new Date())).toHaveLength(1);
});
