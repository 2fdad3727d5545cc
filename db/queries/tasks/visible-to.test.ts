import { afterAll, beforeAll, expect, test } from "vitest";
import { readCast } from "@/db/seed/demo-reads";
import { testDatabase } from "@/db/testing/test-database";
import { can } from "@/lib/domain/people/permissions";
import { selectTasks } from "./task-rows";
import { getTask, listTasks } from "./work-tasks";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("for every account, the list in SQL is what can('task.view') allows", async () => {
  const everything = await selectTasks(db.owner);
  expect(everything).toHaveLength(119);
  for (const [name, actor] of await readCast()) {
    const allowed = everything.filter((task) => can(actor, "task.view", task));
    const listed = await listTasks(actor, today);
    expect([name, listed.map(({ code }) => code)]).toEqual([name, allowed.map(({ code }) => code)]);
  }
});

test("another unit's task looks as if it were missing", async () => {
  const cast = await readCast();
  const [stranger, supervisor] = [cast.get("trade-unions-official"), cast.get("supervisor-1")];
  if (!stranger || !supervisor) throw new Error("The demo has lost its people");
  expect(await getTask(stranger, "AIR-05.1", today)).toBeNull();
  expect(await getTask(stranger, "AIR-99", today)).toBeNull();
  expect((await getTask(supervisor, "AIR-05.1", today))?.code).toBe("AIR-05.1");
});
