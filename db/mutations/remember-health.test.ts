import { randomUUID } from "node:crypto";
import { eq, inArray, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { staleHealth, taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { listenToEdition } from "@/db/testing/heard.fixture";
import { checkKeptCounts } from "@/db/testing/kept/kept-counts.fixture";
import { keptDay } from "@/db/testing/kept/kept-health.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { checkHealth, rememberChanged, rememberStale } from "./remember-health";

const now = new Date("2024-06-12T10:00:00+08:00");
const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
});
afterAll(() => db.close());

/** So many tasks of their own, as a plan brings them when it is published, or as many parts; without events, so past the guards of the history. */
async function manyTasks(count: number, parents: readonly string[] = []): Promise<string[]> {
  const [model] = await database().select().from(tasks).where(eq(tasks.code, "AIR-10"));
  if (!model) throw new Error("The seed has no AIR-10");
  const rows = Array.from({ length: count }, (_, i) => ({
    ...{ ...model, id: randomUUID(), status: "unassigned" as const },
    ...(parents[i] ? { code: `MANY-${i + 1}.1`, parentId: parents[i] } : { code: `MANY-${i + 1}` }),
    ...{ assignedAt: null, receivedAt: null, receivedById: null },
  }));
  await db.superuser.transaction(async (tx) => {
    await tx.execute("set local session_replication_role = replica");
    await tx.insert(tasks).values(rows);
    // As the trigger does, which is off here.
    await tx.insert(staleHealth).values(rows.map(({ id }) => ({ taskId: id })));
    await rememberChanged(tx, now);
  });
  return rows.map(({ code }) => code);
}

test("many new tasks are in every list at once, and the worker has nothing to mend of them", async () => {
  const codes = await manyTasks(25);
  const kept = await keptDay(today);
  for (const code of codes) expect([code, kept.get(code)?.light]).toEqual([code, "grey"]);
  expect(await database().$count(staleHealth)).toBe(25);
  expect(await rememberStale(now)).toBe(0);
  expect(await database().$count(staleHealth)).toBe(0);
});

test("and so are new parts of many tasks that are remembered already", async () => {
  const roots = await database().select().from(tasks).where(like(tasks.code, "MANY-%"));
  const codes = await manyTasks(
    roots.length,
    roots.map(({ id }) => id),
  );
  expect(codes).toHaveLength(25);
  const kept = await keptDay(today);
  for (const code of codes) expect([code, kept.get(code)?.light]).toEqual([code, "grey"]);
  await rememberStale(now);
});

test("what the worker makes anew is told to whoever keeps pages, which were made with the old", async () => {
  const { heard, end } = await listenToEdition(db.ownerUrl);
  const [some] = await database().select().from(tasks).limit(1);
  if (!some) throw new Error("The seed has no task");
  const isOfIt = eq(taskHealth.taskId, some.id);
  await database().update(taskHealth).set({ light: "paused" }).where(isOfIt);
  await database().insert(staleHealth).values({ taskId: some.id });
  expect(await rememberStale(now)).toBeGreaterThan(0);
  expect(await heard()).toEqual(["all"]);
  expect(await rememberStale(now)).toBe(0);
  expect(await heard()).toEqual([]);
  await end();
});

test("what was written past the triggers is found and mended", async () => {
  await rememberStale(now);
  expect(await checkHealth(now)).toBe(0);
  const some = await database().select().from(tasks).limit(3);
  const isOfThem = inArray(
    taskHealth.taskId,
    some.map(({ id }) => id),
  );
  const before = await keptDay(today);
  await database().update(taskHealth).set({ light: "paused" }).where(isOfThem);
  expect(await checkHealth(now)).toBeGreaterThan(0);
  const lightsOf = (kept: typeof before) => some.map(({ code }) => kept.get(code)?.light);
  expect(lightsOf(await keptDay(today))).toEqual(lightsOf(before));
  expect(await checkHealth(now)).toBe(0);
});

test("a count that was written past the triggers is found, mended and told to whoever keeps pages", async () => {
  const { heard, end } = await listenToEdition(db.ownerUrl);
  await checkHealth(now);
  await checkKeptCounts();
  await heard();
  const whole = sql`unit_id is null and is_tracked and grain`;
  await db.superuser.execute(sql`update kept_counts set added = added + 1 where ${whole} = 'year'`);
  const gone = await db.superuser.execute(
    sql`delete from kept_counts where ${whole} = 'day' and added <> 0 returning day`,
  );
  expect(gone.length).toBeGreaterThan(0);
  expect(await checkHealth(now)).toBeGreaterThan(gone.length);
  await checkKeptCounts();
  expect(await heard()).toEqual(["all"]);
  expect(await checkHealth(now)).toBe(0);
  await end();
});
