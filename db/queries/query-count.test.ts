import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { inbox } from "@/db/queries/inbox/inbox";
import { publicTasks } from "@/db/queries/public/public";
import { listTasks } from "@/db/queries/tasks/work-tasks";
import { company } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
});
afterAll(() => db.close());

async function queriesOf(read: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(database().$client, "unsafe");
  await read();
  const count = asked.mock.calls.length;
  asked.mockRestore();
  return count;
}

test("a page of 119 tasks asks the database as often as a page of one", async () => {
  const ofOne = await queriesOf(() => publicTasks(today, { planSlug: "fire" }));
  expect(ofOne).toBeGreaterThan(0);
  expect(await queriesOf(() => publicTasks(today))).toBe(ofOne);
});

test("an inbox and a task list ask as often for everybody, however much there is in them", async () => {
  const [few, all] = [actor("yingze-fire-rescue-official"), actor("supervisor-1")];
  expect((await listTasks(few, today)).length).toBeLessThan((await listTasks(all, today)).length);
  expect(await queriesOf(() => listTasks(all, today))).toBe(
    await queriesOf(() => listTasks(few, today)),
  );
  const [short, long] = [actor("trade-unions-official"), actor("ecology-official")];
  expect(await queriesOf(() => inbox(long, today))).toBe(
    await queriesOf(() => inbox(short, today)),
  );
  // Those who write no reports are asked for none.
  expect(await queriesOf(() => inbox(all, today))).toBeLessThan(
    await queriesOf(() => inbox(short, today)),
  );
});
