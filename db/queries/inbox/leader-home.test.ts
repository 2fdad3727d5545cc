import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { markLooked } from "@/db/mutations/instructions";
import { recordEvent } from "@/db/mutations/record-event";
import { changesSince, countChangesSince } from "@/db/queries/audit";
import { wholeLedger } from "@/db/queries/tasks/ledger";
import { listTasks } from "@/db/queries/tasks/work-tasks";
import { auditEvents } from "@/db/schema/audit";
import { lightNotices } from "@/db/schema/chasing";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { carry, rowOf, someone, takeOn } from "@/db/testing/test-world-scenarios.fixture";
import { readFilters } from "@/lib/domain/tasks/ledger-filters";
import { countWorst, lookedUntil, worstTasks } from "./leader-home";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
});
afterAll(() => db.close());

const whole = { limit: 1000, offset: 0 };

test("the worst are the ledger's overdue, the longest first, and what a red notice stands on", async () => {
  const leader = someone(world, "leader");
  const tasks = await listTasks(leader, "2025-03-01");
  const search = { filters: readFilters({ due: "overdue" }), order: "document" } as const;
  const overdue = await wholeLedger(leader, "2025-03-01", search);
  const red = await database().select().from(lightNotices).where(eq(lightNotices.light, "red"));
  const inForce = new Set(
    red.filter(({ liftedOn }) => liftedOn === null).map(({ taskId }) => taskId),
  );
  const wanted = new Set(overdue.map(({ code }) => code));
  for (const { id, code } of tasks) if (inForce.has(id)) wanted.add(code);
  expect(overdue.length).toBeGreaterThan(3);

  const worst = await worstTasks(leader, "2025-03-01", whole);
  expect(worst.map(({ code }) => code).sort()).toEqual([...wanted].sort());
  const days = worst.map(({ daysLate }) => daysLate);
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  expect(await countWorst(leader, "2025-03-01")).toBe(worst.length);
  const second = await worstTasks(leader, "2025-03-01", { limit: 2, offset: 1 });
  expect(second).toEqual(worst.slice(1, 3));
});

test("what changed is shown from the moment that the leader says, and nobody's visits are kept", async () => {
  const leader = someone(world, "leader");
  const weekAgo = now.getTime() - 7 * 86_400_000;
  expect((await lookedUntil(leader, now)).getTime()).toBe(weekAgo);
  await takeOn(world);
  await carry(world, "completion");
  const since = new Date(now.getTime() - 1000);
  const changes = await changesSince(leader, since, whole);
  const ofThis = changes.filter(({ task }) => task.code === world.code);
  expect(ofThis.map(({ entry }) => entry.event.type).sort()).toEqual([
    "report.published",
    "task.completed",
  ]);
  expect(await countChangesSince(leader, since)).toBe(changes.length);

  const events = await database().$count(auditEvents);
  const look = (until: Date) =>
    markLooked(leader, { key: randomUUID(), until: until.toISOString() }, now);
  await look(now);
  expect((await lookedUntil(leader, now)).getTime()).toBe(now.getTime());
  expect(await changesSince(leader, await lookedUntil(leader, now), whole)).toEqual([]);
  await look(since);
  await look(new Date(now.getTime() + 86_400_000));
  expect((await lookedUntil(leader, now)).getTime()).toBe(now.getTime());
  expect(await database().$count(auditEvents)).toBe(events);
});

test("what only reminds whoever is to act is no news for a leader; what is raised beyond them is", async () => {
  const leader = someone(world, "leader");
  const at = new Date(now.getTime() + 2 * 86_400_000);
  const task = await rowOf(world.code);
  for (const level of ["handler", "head"] as const)
    await db.owner.transaction((tx) => {
      const event = { type: "escalation.raised", obligation: "due:x:2024-06-28", level } as const;
      return recordEvent(tx, null, { ...event, workdaysLate: 3 }, { task }, at);
    });
  const changes = await changesSince(leader, now, whole);
  expect(changes.map(({ entry }) => entry.event)).toMatchObject([{ level: "head" }]);
});

test("it is a leader's home: to others it is empty, and they mark nothing", async () => {
  for (const { role } of world.people.filter((each) => each.role !== "leader")) {
    const who = someone(world, role);
    expect(await worstTasks(who, "2025-03-01", whole)).toEqual([]);
    expect(await countWorst(who, "2025-03-01")).toBe(0);
    expect(await changesSince(who, new Date(0), whole)).toEqual([]);
    const mark = { key: randomUUID(), until: now.toISOString() };
    expect(await refusalOf(markLooked(who, mark, now))).toEqual({ code: "not_allowed" });
  }
});
