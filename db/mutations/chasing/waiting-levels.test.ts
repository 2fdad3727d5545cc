import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { taskChasing } from "@/db/queries/chasing/chasing";
import { waitingLevels } from "@/db/queries/chasing/waiting-levels";
import { escalations } from "@/db/schema/chasing";
import { tasks } from "@/db/schema/tasks";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { asked } from "@/db/testing/query-count.fixture";
import { company, morningOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { levelsFor } from "@/lib/domain/chasing/escalation-policy";
import { parseObligation } from "@/lib/domain/chasing/obligations";
import { mostCounted } from "@/lib/domain/paging";
import type { Actor } from "@/lib/domain/people/roles";
import { remindEverybody } from "./remind";

const today = "2024-09-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  actor = await company();
  for (const day of ["2024-07-10", "2024-08-12", today]) await remindEverybody(morningOf(day));
});
afterAll(() => db.close());

const people = ["ecology-head", "supervisor-1", "director", "yingze-fire-rescue-head"];

test("an inbox has the levels that speak to its person and are still open, and no other", async () => {
  const codes = await database().select({ code: tasks.code }).from(tasks);
  const kinds = new Set<string>();
  for (const who of people.map(actor)) {
    const own: string[] = levelsFor(who.role).filter((level) => level !== "handler");
    const all = await Promise.all(codes.map(({ code }) => taskChasing(who, code, today)));
    const open = all
      .flatMap((each) => each.escalations)
      .filter(
        ({ level, isOpen, mayAcknowledge }) => isOpen && mayAcknowledge && own.includes(level),
      );
    const waiting = (await waitingLevels(who, today)).filter(({ level }) => level !== "handler");
    expect(waiting.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
    const subjects = waiting.map(({ taskId, obligation }) => `${taskId} ${obligation}`);
    expect(new Set(subjects).size).toBe(subjects.length);
    for (const { obligation } of waiting) kinds.add(parseObligation(obligation).type);
  }
  expect([...kinds].sort()).toEqual(expect.arrayContaining(["due", "report"]));
}, 60_000);

test("what has ended is not read, however much of it nobody took note of", async () => {
  const director = actor("director");
  const before = await asked(() => waitingLevels(director, today));
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into ${escalations} (task_id, obligation, level, raised_at)
      select id, about || n, 'office', '2024-06-01' from tasks, generate_series(1, 20) n,
        unnest(array['due:x:2024-01-01:', 'receipt:', 'decision:x:1:', 'release:x:', 'letter:x:']) about
      where status <> 'assigned'`);
  });
  expect(await asked(() => waitingLevels(director, today))).toEqual(before);
});

test("of very many no more are read than are counted, the nearest first", async () => {
  const director = actor("director");
  const all = (await waitingLevels(director, today)).map(({ id }) => id);
  expect(all.length).toBeGreaterThan(20);
  await growBy(Math.ceil((2 * mostCounted) / all.length), db);
  let found: Awaited<ReturnType<typeof waitingLevels>> = [];
  const { rows } = await asked(async () => {
    found = await waitingLevels(director, today);
  });
  expect(found).toHaveLength(mostCounted + 1);
  // Each level, its task, and what waits of it.
  expect(rows).toBeLessThan(4 * mostCounted);
  const dueOn = new Map(
    (await database().select({ id: tasks.id, dueOn: tasks.dueOn }).from(tasks)).map((task) => [
      task.id,
      task.dueOn ?? "9999",
    ]),
  );
  const days = found.map(({ taskId }) => dueOn.get(taskId) ?? "");
  expect(days).toEqual(days.toSorted());
}, 120_000);
