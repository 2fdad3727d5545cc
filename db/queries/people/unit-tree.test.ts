import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { company } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { unitToAsk } from "./contacts";
import { loadUnitPage, openUnit, unitPeople, unitTasks } from "./unit-page";
import { findUnits, listUnits, unitsPerPage } from "./unit-tree";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  admin = actor("system-admin");
});
afterAll(() => db.close());

const list = (changes: Partial<Parameters<typeof listUnits>[1]> = {}) =>
  listUnits(admin, { underId: null, words: "", withClosed: false, page: 1, ...changes });

test("the tree loads by level, and each number is the length of the list that it leads to", async () => {
  const top = await list();
  expect(top.units.map(({ code }) => code)).toEqual([
    "provincial-party-committee",
    "provincial-government",
  ]);
  for (const { code, children } of top.units) {
    const underId = (await openUnit(admin, code))?.id ?? null;
    expect([code, (await list({ underId })).total]).toEqual([code, children]);
  }
  const [ecology] = await findUnits(admin, "生态环境厅");
  const page = await loadUnitPage(admin, ecology?.code ?? "");
  if (!ecology || !page) throw new Error("The seed has no such unit");
  expect(ecology.tasks).toBe(page.tasks);
  expect(page.tasks).toBe(page.open.leads + page.open.cooperates);
  expect(await unitTasks(admin, page.id, 1, 500)).toHaveLength(page.tasks);
  expect(await unitPeople(admin, page.id, 1, 500)).toHaveLength(ecology.people);
});

test("a unit is found by its short name, an alias and its code", async () => {
  await changeUnits(
    sql`update departments set short_name = '环厅', aliases = '{蓝天办}' where code = 'ecology'`,
  );
  for (const words of ["环厅", "蓝天办", "ECOLOGY", "生态 环境厅"])
    expect([words, (await findUnits(admin, words)).map(({ code }) => code)]).toEqual([
      words,
      ["ecology"],
    ]);
  expect((await list({ words: "没有这个单位" })).total).toBe(0);
});

test("to nobody but who keeps units there is any", async () => {
  for (const name of ["ecology-head", "supervisor-1", "director", "leader", "security-admin"]) {
    const other = actor(name);
    expect(
      (await listUnits(other, { underId: null, words: "", withClosed: true, page: 1 })).total,
    ).toBe(0);
    expect(await loadUnitPage(other, "ecology")).toBeNull();
    expect(await openUnit(other, "ecology")).toBeUndefined();
  }
});

test("citizens are led to the lead's contact, else to the office's, and to none that is not public", async () => {
  const day = "2024-06-12";
  expect(await unitToAsk("ecology", day)).toBeNull();
  await changeUnits(
    sql`update departments set contact_is_public = true where code = 'inspection-office'`,
  );
  expect(await unitToAsk("ecology", day)).toMatchObject({ code: "inspection-office" });
  await changeUnits(sql`update departments set contact_is_public = true where code = 'ecology'`);
  expect(await unitToAsk("ecology", day)).toMatchObject({ code: "ecology" });
  expect(await unitToAsk("energy", day)).toMatchObject({ code: "inspection-office" });
});

test("with 2,000 units more, a page asks as often and holds no more rows", async () => {
  const government = (await openUnit(admin, "provincial-government"))?.id ?? null;
  const before = await asked(() => list({ underId: government }));
  await changeUnits(sql`insert into departments (code, name, kind, parent_id, sort_order)
    select 'many-' || n, '试验单位' || n, 'department', ${government}, 1000 + n from generate_series(1, 2000) n`);
  const after = await asked(() => list({ underId: government }));
  expect(after.queries).toBe(before.queries);
  expect(after.answer.units).toHaveLength(unitsPerPage);
  expect(after.answer.total).toBeGreaterThan(2000);
  expect(await findUnits(admin, "试验单位")).toHaveLength(20);
});

async function asked<Answer>(read: () => Promise<Answer>) {
  const seen = vi.spyOn(database().$client, "unsafe");
  const answer = await read();
  const queries = seen.mock.calls.length;
  seen.mockRestore();
  return { answer, queries };
}

/** As the owner, past the triggers that ask for an event; the first names of new units come from one of them. */
function changeUnits(change: ReturnType<typeof sql>) {
  return db.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(change);
  });
}
