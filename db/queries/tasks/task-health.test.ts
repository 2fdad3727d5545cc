import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { tasks } from "@/db/schema/tasks";
import { testDatabase } from "@/db/testing/test-database";
import { loadTaskHealth } from "./task-health";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("a task's health is the same whether it is asked for alone or with all, and asks for no other than those below it", async () => {
  const all = await loadTaskHealth(database(), today);
  const rows = await db.owner.select().from(tasks);
  const isBelow = (code: string, top: string) => code === top || code.startsWith(`${top}.`);
  expect(rows.filter(({ parentId }) => parentId !== null).length).toBeGreaterThan(0);
  for (const { id, code } of rows) {
    const alone = await loadTaskHealth(database(), today, [id]);
    expect([...alone.keys()].sort()).toEqual(
      [...all.keys()].filter((each) => isBelow(each, code)).sort(),
    );
    for (const [each, health] of alone) expect(health).toEqual(all.get(each));
  }
});
