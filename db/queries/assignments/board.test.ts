import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { findUnits } from "@/db/queries/people/unit-options";
import { wholeLedger } from "@/db/queries/tasks/ledger";
import { listTasks } from "@/db/queries/tasks/work-tasks";
import { departments } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { company, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { loadHref } from "@/lib/domain/assignments/board";
import { addDays } from "@/lib/domain/calendar/days";
import { mostUnitsFound, unitLoads } from "@/lib/domain/people/departments";
import type { Actor } from "@/lib/domain/people/roles";
import { readFilters } from "@/lib/domain/tasks/ledger-filters";
import { assignmentBoard } from "./board";
import { unitLoadsOf, withLoads } from "./unit-loads";

let db: Awaited<ReturnType<typeof testDatabase>>;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase();
  admin = (await company())("system-admin");
});
afterAll(() => db.close());

const all = { plan: "", unit: "", lacks: "" as const };
async function queriesOf(read: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(database().$client, "unsafe");
  await read();
  const count = asked.mock.calls.length;
  asked.mockRestore();
  return count;
}

test("on the board is what may be assigned and lacks an owner, a day or the word on a proposal", async () => {
  const board = await assignmentBoard(admin, all, undefined, today);
  const waiting = (await listTasks(admin, today)).filter(
    ({ kind, status }) =>
      kind !== "principle" && (status === "unassigned" || status === "assigned"),
  );
  const lacking = {
    owner: waiting.filter(({ leadId }) => leadId === null),
    day: waiting.filter(({ dueOn, deadlineKind }) => dueOn === null && deadlineKind !== "ongoing"),
    proposal: waiting.filter(({ ownerBasis }) => ownerBasis === "proposed"),
  };
  const any = waiting.filter((task) => Object.values(lacking).some((list) => list.includes(task)));
  expect(board.total).toBe(any.length);
  expect(board.rows.map(({ code }) => code)).toEqual(any.slice(0, 50).map(({ code }) => code));
  for (const lacks of ["owner", "day", "proposal"] as const) {
    const { total } = await assignmentBoard(admin, { ...all, lacks }, undefined, today);
    expect([lacks, total]).toEqual([lacks, lacking[lacks].length]);
  }
  expect(lacking.proposal.length).toBeGreaterThan(0);
});

test("it is narrowed by words of the plan and of the unit, and paged", async () => {
  const board = await assignmentBoard(admin, all, 2, today);
  expect([board.page, board.pages]).toEqual([2, Math.ceil(board.total / 50)]);
  const [{ planSlug = "", leadCode } = {}] = board.rows.filter(({ lead }) => lead);
  const ofPlan = await assignmentBoard(admin, { ...all, plan: planSlug }, undefined, today);
  expect(new Set(ofPlan.rows.map((row) => row.planSlug))).toEqual(new Set([planSlug]));
  const ofUnit = await assignmentBoard(admin, { ...all, unit: leadCode ?? "" }, undefined, today);
  expect(new Set(ofUnit.rows.map((row) => row.leadCode))).toEqual(new Set([leadCode]));
  expect((await assignmentBoard(admin, { ...all, plan: "没有" }, 9, today)).rows).toEqual([]);
});

test("every number of every unit's load is the length of the list it leads to", async () => {
  const units = await database().select().from(departments);
  const loads = await unitLoadsOf(
    database(),
    admin,
    units.map(({ id }) => id),
    today,
  );
  const seen = { led: 0, cooperating: 0, soon: 0, late: 0 };
  for (const { id, code } of units)
    for (const number of unitLoads) {
      const query = Object.fromEntries(new URLSearchParams(loadHref(number, code).split("?")[1]));
      const search = { filters: readFilters(query), order: "document" } as const;
      const listed = await wholeLedger(admin, today, search);
      expect([code, number, loads.get(id)?.[number]]).toEqual([code, number, listed.length]);
      seen[number] += listed.length;
    }
  for (const number of unitLoads) expect([number, seen[number] > 0]).toEqual([number, true]);
});

test("what was reported as done, or is suspended, is near no more: neither in the number nor in its list", async () => {
  const [unit] = await database().select().from(departments).where(eq(departments.code, "energy"));
  if (!unit) throw new Error("The demo has no such unit");
  const soon = async () => {
    const load = (await unitLoadsOf(database(), admin, [unit.id], today)).get(unit.id);
    const query = new URLSearchParams(loadHref("soon", unit.code).split("?")[1]);
    const filters = readFilters(Object.fromEntries(query));
    return [load?.soon, (await wholeLedger(admin, today, { filters, order: "document" })).length];
  };
  const [before = 0] = await soon();
  const led = and(eq(tasks.leadDepartmentId, unit.id), eq(tasks.status, "active"));
  const [one, other] = await database().select().from(tasks).where(led).limit(2);
  const change = (task: typeof one, to: Partial<typeof tasks.$inferInsert>) =>
    db.superuser.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx
        .update(tasks)
        .set(to)
        .where(eq(tasks.id, task?.id ?? ""));
    });
  const near = { dueOn: addDays(today, 3), suspendedOn: null, reportSent: null };
  await change(one, near);
  await change(other, near);
  expect(await soon()).toEqual([before + 2, before + 2]);
  const period = { start: today, end: today };
  await change(one, { reportSent: { kind: "completion", sentOn: today, period } });
  await change(other, { suspendedOn: today, status: "suspended" });
  expect(await soon()).toEqual([before, before]);
  for (const task of [one, other]) if (task) await change(task, task);
});

test("neither its queries nor its rows grow with tasks, units and plans; nor those of the picker", async () => {
  const small = await queriesOf(() => assignmentBoard(admin, all, undefined, today));
  const found = await queriesOf(async () =>
    withLoads(admin, await findUnits(database(), admin, { words: "局", isSingle: true }), today),
  );
  const [task] = await database().select().from(tasks).where(eq(tasks.code, "AIR-10.1"));
  if (!task) throw new Error("The seed has no AIR-10.1");
  await db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into departments (code, name, kind, sort_order)
      select 'grown' || n, '某某局' || n, 'department', 1000 + n from generate_series(1, 1500) n`);
    const grown = await tx.select().from(departments).where(sql`${departments.code} like 'grown%'`);
    await bulkInsert(
      tx,
      tasks,
      grown.map((unit, i) => ({
        ...{ ...task, id: randomUUID(), code: `GROWN-${i + 1}`, title: "某事" },
        ...{
          dueOn: null,
          baselineDueOn: null,
          deadlineBasis: null,
          deadlineKind: "unresolved" as const,
        },
        ...{
          leadDepartmentId: unit.id,
          ownerBasis: "proposed" as const,
          status: "unassigned" as const,
        },
        ...{ assignedAt: null, receivedAt: null, receivedById: null, completedOn: null },
      })),
    );
    await tx.execute(sql`insert into task_health (task_id, from_day, light, percent, is_owed, public_light, public_is_overdue, cooperating_ids)
      select id, '2024-01-01', 'grey', 0, false, 'grey', false, '{}' from tasks where code like 'GROWN-%'`);
  });
  const board = await assignmentBoard(admin, all, 3, today);
  expect(board.total).toBeGreaterThan(1500);
  const dayless = await assignmentBoard(admin, { ...all, lacks: "day" }, undefined, today);
  expect(dayless.total).toBe(1500);
  expect([board.rows.length, board.units.length <= 50]).toEqual([50, true]);
  expect(await queriesOf(() => assignmentBoard(admin, all, 3, today))).toBe(small);
  const again = () => findUnits(database(), admin, { words: "局", isSingle: true });
  expect((await again()).length).toBe(mostUnitsFound);
  expect(await queriesOf(async () => withLoads(admin, await again(), today))).toBe(found);
});

test("a unit is found by its name or code, those that begin with the word first; a collective only among many", async () => {
  const names = async (words: string, isSingle = true) =>
    (await findUnits(database(), admin, { words, isSingle })).map(({ name }) => name);
  expect((await names("太原")).slice(0, 2)).toEqual(["太原海关", "太原市人民政府"]);
  expect((await names("太原")).at(-1)).toBe("中国铁路太原局集团");
  expect(await names("taiyuan")).toEqual(["太原市人民政府"]);
  expect(await names("TAIYUAN 政府")).toEqual(["太原市人民政府"]);
  expect(await names("各设区市")).toEqual([]);
  expect(await names("各设区市", false)).toEqual(["各设区市人民政府"]);
  expect(await names("%")).toEqual([]);
});

test("only whoever assigns is told of loads", async () => {
  const units = await findUnits(database(), admin, { words: "太原", isSingle: true });
  const official = (await company())("ecology-official");
  expect((await withLoads(official, units, today))[0]?.load).toBeNull();
  expect((await withLoads(admin, units, today))[0]?.load).toMatchObject({
    led: expect.any(Number),
  });
});
