import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { company, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { getTask, listTasks, partsPage } from "./work-tasks";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update tasks set parent_id = (select id from tasks where code = 'AIR-05')
      where code like 'AIR-%.%'`);
  });
});
afterAll(() => db.close());

test("the parts of a task come in pages that hold together all that somebody may see, in the order of the documents", async () => {
  for (const username of ["supervisor-1", "ecology-official", "yingze-fire-rescue-official"]) {
    const who = actor(username);
    const whole = await getTask(actor("supervisor-1"), "AIR-05", today);
    const all = (await listTasks(who, today)).filter(({ parentCode }) => parentCode === "AIR-05");
    const codes = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const found = await partsPage(who, whole?.id ?? "", today, page);
      expect([username, found.count]).toEqual([username, all.length]);
      expect(found.parts.length).toBeLessThanOrEqual(20);
      codes.push(...found.parts.map(({ code }) => code));
      pages = found.pages;
    }
    expect([username, codes]).toEqual([username, all.map(({ code }) => code)]);
  }
});
