import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { knownDevices, users } from "@/db/schema/people";
import { recorded } from "@/db/testing/recorded.fixture";
import { company, today } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { accountStates } from "@/lib/domain/people/directory";
import { type Actor, roles } from "@/lib/domain/people/roles";
import { findPostUnits, listPeople, managedPerson } from "./directory";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let admin: Actor;
const everybody = { q: "", unit: "", role: "", state: "" } as const;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  admin = actor("system-admin");
});
afterAll(() => db.close());

const listed = async (filters: Partial<Parameters<typeof listPeople>[1]>, page: unknown = 1) =>
  listPeople(admin, { ...everybody, ...filters }, page, today);
const namesOf = async (filters: Parameters<typeof listed>[0]) =>
  (await listed(filters)).people.map(({ username }) => username);

test("a person is found by name, user name, unit, role and any of them together", async () => {
  const { name } = actor("ecology-head");
  expect(await namesOf({ q: name })).toEqual(["ecology-head"]);
  expect(await namesOf({ q: "ECOLOGY official-2" })).toEqual(["ecology-official-2"]);
  expect(await namesOf({ role: "director" })).toEqual(["director"]);
  const unit = actor("energy-head").departmentName.slice(1);
  expect(await namesOf({ unit, role: "head" })).toEqual(["energy-head"]);
  expect(await namesOf({ q: "%" })).toEqual([]);
  expect((await listed({})).count).toBe(await database().$count(users));
});

test("nobody but a system administrator is shown anybody", async () => {
  for (const role of roles.filter((each) => each !== "system_admin")) {
    const other = { ...admin, role };
    expect((await listPeople(other, everybody, 1, today)).people).toEqual([]);
    expect(await managedPerson(other, admin.id, today)).toBeNull();
    expect(await findPostUnits(other, "")).toEqual([]);
  }
});

test("a state as the list filters by it is the state that the rule says", async () => {
  const set = (username: string, changes: Partial<typeof users.$inferInsert>) =>
    setAccounts(db.superuser, changes, eq(users.username, username));
  const [long, brief] = ["2024-03-13T23:59:59+08:00", "2024-03-14T00:00:00+08:00"];
  await setAccounts(db.superuser, { createdAt: new Date("2023-01-01T00:00:00+08:00") });
  const seen = (username: string, at: string) =>
    db.owner
      .insert(knownDevices)
      .values({ userId: actor(username).id, deviceHash: randomUUID(), seenAt: new Date(at) });
  await seen("ecology-official", long);
  await seen("ecology-official", brief);
  await seen("energy-official", long);
  await set("transport-head", { disabledAt: new Date() });
  await set("transport-official", { disabledAt: new Date(), leftOn: today });
  await set("taiyuan-head", { roleGrantedById: null });
  const { people } = await listed({});
  const stateOf = (username: string) => people.find((each) => each.username === username)?.state;
  expect(
    [
      "ecology-official",
      "energy-official",
      "transport-head",
      "transport-official",
      "taiyuan-head",
    ].map(stateOf),
  ).toEqual(["active", "dormant", "disabled", "left", "awaits_role"]);
  for (const state of accountStates)
    expect([state, await namesOf({ state })]).toEqual([
      state,
      people.filter((each) => each.state === state).map(({ username }) => username),
    ]);
});

test("with 10,000 people a page asks as often and holds as many as ever", async () => {
  const queriesOf = async (read: () => Promise<unknown>) => {
    const asked = vi.spyOn(database().$client, "unsafe");
    await read();
    const count = asked.mock.calls.length;
    asked.mockRestore();
    return count;
  };
  const before = await queriesOf(() => listed({ state: "dormant" }));
  const many = sql`insert into users (username, display_name, role, department_id, password_hash, created_at)
    select 'many-' || i, '众人' || i, 'official', ${admin.departmentId}, '', now() from generate_series(1, 10000) as i`;
  await recorded(db.owner, (tx) => tx.execute(many));
  expect(await queriesOf(() => listed({ state: "dormant" }))).toBe(before);
  const last = await listed({ q: "many" }, 10_000);
  expect(last).toMatchObject({ count: 10_000, page: 200, pages: 200 });
  expect(last.people).toHaveLength(50);
  expect(await namesOf({ q: "many-9999" })).toEqual(["many-9999"]);
});

test("a unit is found by some of its name, never a collective, and twenty at most", async () => {
  const { departmentName } = actor("ecology-official");
  const [first] = await findPostUnits(admin, departmentName);
  expect(first?.name).toBe(departmentName);
  expect((await findPostUnits(admin, "")).length).toBeLessThanOrEqual(20);
  expect(await findPostUnits(admin, "11 个市")).toEqual([]);
});
