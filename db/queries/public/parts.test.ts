import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { type Asked, asked } from "@/db/testing/query-count.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { publicParts } from "./parts";
import { publicTasks } from "./public";

const code = "AIR-05";
const days = ["2024-05-20", "2024-06-12"];
let db: Awaited<ReturnType<typeof testDatabase>>;
let few: Map<string, { asked: Asked; parts: number }>;
beforeAll(async () => {
  db = await testDatabase();
  few = await readAll();
  await growBy(6, db);
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update tasks set parent_id = (select id from tasks where code = ${code})
      where code ~ '^AIR[A-Z]*-[0-9]+[.][0-9]+$'`);
  });
});
afterAll(() => db.close());

async function readAll() {
  const found = new Map<string, { asked: Asked; parts: number }>();
  for (const day of days) {
    const parts = (await publicParts(day, code)).length;
    found.set(day, { asked: await asked(() => publicTasks(day, { codes: [code] })), parts });
  }
  return found;
}

test("of a task with hundreds of parts only how they stand is read with it", async () => {
  const many = await readAll();
  for (const day of days) {
    const [before, after] = [few.get(day), many.get(day)];
    if (!before || !after) throw new Error(day);
    expect(after.parts).toBeGreaterThan(before.parts + 150);
    expect(after.asked.queries).toBe(before.asked.queries);
    // One row for how each stands.
    expect(after.asked.rows - before.asked.rows).toBe(after.parts - before.parts);
  }
});

test("what is said of it, and the parts it has, are as where all tasks are read", async () => {
  for (const day of days) {
    const all = await publicTasks(day);
    const [own] = (await publicTasks(day, { codes: [code] })).filter((task) => task.code === code);
    expect([day, own]).toEqual([day, all.find((task) => task.code === code)]);
    const parts = all.filter(({ parentCode }) => parentCode === code);
    expect([day, await publicParts(day, code)]).toEqual([day, parts.map((task) => task.code)]);
    expect(own?.health.ofAll.evidenceCount).toBe(
      [own, ...parts].reduce((sum, task) => sum + (task?.health.evidenceCount ?? 0), 0),
    );
  }
});
