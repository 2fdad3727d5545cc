import { randomUUID } from "node:crypto";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { taskHistory } from "@/db/queries/audit";
import { unitOptions } from "@/db/queries/people/unit-options";
import { loadTaskHealth } from "@/db/queries/tasks/task-health";
import { outbox } from "@/db/schema/notifications";
import { departments } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { goOn } from "@/db/seed/go-on";
import { recorded } from "@/db/testing/recorded.fixture";
import { now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import * as story from "@/db/testing/test-world-scenarios.fixture";
import type { DistributeInput } from "@/lib/domain/assignments/inputs";
import { assignInBatch, assignTask, receiveTask } from "./assignments";
import { distributeTask } from "./distribute";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
let cities: { id: string; name: string }[];
let collective: string;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
  const units = await database().select().from(departments).orderBy(asc(departments.sortOrder));
  cities = units.filter(({ kind }) => kind === "city");
  collective = units.find(({ code }) => code === "cities")?.id ?? "";
});
afterAll(() => db.close());

async function asked(world: World, changes: Partial<DistributeInput> = {}) {
  const terms = { dueOn: "2024-12-31", cycle: "monthly" as const, reportDay: 25 };
  return { ...(await story.onTask(world.code)), unitIds: [collective], ...terms, ...changes };
}
const give = async (world: World, changes: Partial<DistributeInput> = {}) =>
  goOn(
    (input) => distributeTask(story.someone(world, "system_admin"), input, now),
    await asked(world, changes),
  );
async function partsOf(world: World) {
  const whole = await story.rowOf(world.code);
  return database()
    .select()
    .from(tasks)
    .where(eq(tasks.parentId, whole.id))
    .orderBy(asc(sql`length(${tasks.code})`), asc(tasks.code));
}
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

test("各市: each of the eleven gets its own part, to be received; the whole sums them up", async () => {
  const world = await makeWorld(1);
  expect(await give(world)).toEqual({ code: world.code, count: 11 });
  const parts = await partsOf(world);
  expect(parts.map(({ leadDepartmentId }) => leadDepartmentId)).toEqual(cities.map(({ id }) => id));
  const whole = await story.rowOf(world.code);
  expect(parts[0]).toMatchObject({
    ...{ code: `${world.code}.1`, title: `${whole.title}（${cities[0]?.name}）`, kind: "subtask" },
    ...{ status: "assigned", ownerBasis: "confirmed", quote: whole.quote, splitById: null },
    ...{ dueOn: "2024-12-31", baselineDueOn: "2024-12-31", deadlineBasis: "assigned" },
    ...{ reportingCycle: "monthly", reportDay: 25 },
  });
  const health = (await loadTaskHealth(database(), today)).get(world.code);
  expect(health?.childCount).toBe(11);

  const supervisor = story.someone(world, "supervisor");
  const told = (await taskHistory(supervisor, world.code)).map(({ event }) => event);
  expect(told.filter(({ type }) => type !== "task.registered")).toMatchObject([
    { type: "task.distributed", after: { dueOn: "2024-12-31" } },
  ]);
  const ofPart = await taskHistory(supervisor, `${world.code}.5`);
  expect(ofPart.map(({ event }) => event)).toMatchObject([
    { type: "task.assigned", after: { lead: cities[4]?.name, dueOn: "2024-12-31" } },
  ]);
  await receiveTask(
    story.someone(world, "official", "other"),
    await story.onTask(`${world.code}.1`),
    now,
  );
});

test("twice: the second makes only what is missing, a press on an old page nothing", async () => {
  const world = await makeWorld(1);
  const two = cities.slice(0, 2).map(({ id }) => id);
  await give(world, { unitIds: two });
  const old = await asked(world);
  expect(await give(world)).toMatchObject({ count: 9 });
  const admin = story.someone(world, "system_admin");
  expect(await codeOf(distributeTask(admin, old, now))).toBe("task_changed");
  expect(await codeOf(give(world, { unitIds: two }))).toBe("parts_exist");
  expect((await partsOf(world)).map(({ code }) => code)).toEqual(
    cities.map((_, i) => `${world.code}.${i + 1}`),
  );
});

test("nobody else may, and what is refused writes nothing at all", async () => {
  const world = await makeWorld(1);
  for (const role of ["head", "supervisor", "director", "leader", "security_admin"] as const)
    expect(await codeOf(distributeTask(story.someone(world, role), await asked(world), now))).toBe(
      "not_allowed",
    );
  const [unsaid] = await database()
    .select()
    .from(departments)
    .where(eq(departments.code, "sector-departments"));
  expect(await codeOf(give(world, { unitIds: [unsaid?.id ?? ""] }))).toBe("collective_unknown");
  expect(await codeOf(give(world, { unitIds: [collective, randomUUID()] }))).toBe("unit_unknown");
  expect(await codeOf(give(world, { dueOn: "2024-06-11" }))).toBe("deadline_past");
  expect(await partsOf(world)).toEqual([]);
});

test("where the document's day has passed the parts catch up (补办), after today; then they bound the whole", async () => {
  const world = await makeWorld(1);
  const { id } = await story.rowOf(world.code);
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update tasks set due_on = '2024-05-31', baseline_due_on = '2024-05-31',
      deadline_basis = 'assigned', deadline_kind = 'date' where id = ${id}`);
  });
  expect(await codeOf(give(world, { dueOn: today }))).toBe("catch_up_not_later");
  expect(await codeOf(give(world, { dueOn: null }))).toBe("deadline_required");
  await give(world, { dueOn: "2024-07-31" });
  expect((await partsOf(world))[0]).toMatchObject({
    dueOn: "2024-07-31",
    deadlineBasis: "assigned",
  });

  const assignment = { ...(await story.assignmentOf(world)), cooperatingIds: [] };
  const admin = story.someone(world, "system_admin");
  const early = { ...assignment, dueOn: "2024-07-30" };
  expect(await refusalOf(assignTask(admin, early, now))).toMatchObject({
    code: "parts_later",
    params: { count: 11, day: "2024-07-31" },
  });
  await assignTask(admin, { ...assignment, dueOn: "2024-07-31" }, now);
});

test("300 units at once, in one transaction: a part and an event each, each unit told", async () => {
  const world = await makeWorld(1);
  const county = "w300";
  const counties = sql`insert into departments (code, name, kind, parent_id, sort_order)
    select ${county} || n, '第' || n || '县', 'district', null, 1000 + n from generate_series(1, 300) n`;
  await recorded(db.owner, (tx) => tx.execute(counties));
  const units = await database()
    .select()
    .from(departments)
    .where(sql`${departments.code} like ${`${county}%`}`);
  const before = await database().$count(outbox);
  expect(await give(world, { unitIds: units.map(({ id }) => id) })).toMatchObject({ count: 300 });
  const parts = await partsOf(world);
  expect(parts.map(({ code }) => code).at(-1)).toBe(`${world.code}.300`);
  expect(await database().$count(outbox)).toBe(before + 300);
});

test("a batch takes proposals as they stand or with one change, each by itself", async () => {
  const [one, two, three] = [await makeWorld(1), await makeWorld(1), await makeWorld(1)];
  const admin = story.someone(one, "system_admin");
  const { lead, cooperating } = one.units;
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx
      .update(tasks)
      .set({ leadDepartmentId: lead, ownerBasis: "proposed" })
      .where(inArray(tasks.code, [one.code, two.code]));
  });
  const asItStands = { leadId: null, dueOn: null, cycle: null };
  const press = async (world: World, change: object = {}) =>
    assignInBatch(admin, { ...(await story.onTask(world.code)), ...asItStands, ...change }, now);
  await press(one);
  expect(await story.rowOf(one.code)).toMatchObject({
    ...{ status: "assigned", leadDepartmentId: lead, ownerBasis: "confirmed", dueOn: null },
  });
  expect(await codeOf(press(three))).toBe("lead_required");
  const stale = { ...(await story.onTask(two.code)), ...asItStands };
  await press(two, { leadId: cooperating, dueOn: "2024-12-31", cycle: "quarterly" });
  expect(await story.rowOf(two.code)).toMatchObject({
    ...{ leadDepartmentId: cooperating, dueOn: "2024-12-31", reportingCycle: "quarterly" },
  });
  expect(await codeOf(assignInBatch(admin, stale, now))).toBe("task_changed");
  const director = story.someone(one, "director");
  expect(await codeOf(assignInBatch(director, { ...stale, key: randomUUID() }, now))).toBe(
    "not_allowed",
  );
});

test("a collective says how many it stands for, wherever they are below its parent", async () => {
  const [cityUnits] = await unitOptions(database(), [collective]);
  expect(cityUnits).toMatchObject({ isCollective: true, memberCount: 11 });
});
