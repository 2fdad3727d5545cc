import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordEvent } from "@/db/mutations/record-event";
import { accountByUsername } from "@/db/queries/people/people";
import { accountRights, listRights } from "@/db/queries/people/rights";
import { auditEvents } from "@/db/schema/audit";
import { departments, sessions, signInAttempts, users } from "@/db/schema/people";
import { company, now, refusalOf } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor, Role } from "@/lib/domain/people/roles";
import { bindBranch, changeRole, grantRole, unlockSignIn } from "./roles";

let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
  admin = cast("security-admin");
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const all = { words: "" };
const page = { limit: 50, offset: 0 };

async function newcomer(role: Role, unit = "taiyuan") {
  const [found] = await db.owner.select().from(departments).where(eq(departments.code, unit));
  const name = `new-${randomUUID()}`;
  const [made] = await db.owner.transaction(async (tx) => {
    const about = { username: name, displayName: "新人", passwordHash: "x", createdAt: now };
    await recordEvent(tx, null, { type: "account.updated", changed: ["role"] }, {}, now);
    return tx
      .insert(users)
      .values({ ...about, role, departmentId: found?.id ?? "" })
      .returning();
  });
  if (!made) throw new Error("The account was not inserted");
  return made;
}

test("what waits comes first in the list, cannot sign in, and can once its role is granted", async () => {
  const { id, username } = await newcomer("head");
  const [first] = (await listRights(admin, all, page)).accounts;
  expect(first).toMatchObject({ username, state: "waiting", role: "head" });
  expect(await accountByUsername(username)).toBeUndefined();
  expect(await codeOf(grantRole(admin, { key: randomUUID(), userId: id }, now))).toBe("done");
  expect(await accountByUsername(username)).toMatchObject({ role: "head", branchIds: null });
  const again = { key: randomUUID(), userId: id };
  expect(await codeOf(grantRole(admin, again, now))).toBe("role_granted");
  const told = await db.owner.$count(auditEvents, eq(auditEvents.type, "role.granted"));
  expect(told).toBe(1);
});

test("nobody but a security administrator grants, and none to themselves", async () => {
  const { id } = await newcomer("official");
  for (const name of ["system-admin", "audit-admin", "director", "supervisor-1", "auditor"]) {
    const input = { key: randomUUID(), userId: id };
    expect([name, await codeOf(grantRole(cast(name), input, now))]).toEqual([name, "not_allowed"]);
    expect((await listRights(cast(name), all, page)).count).toBe(0);
  }
  const own = { key: randomUUID(), userId: admin.id, role: "supervisor" } as const;
  expect(await codeOf(changeRole(admin, own, now))).toBe("role_own");
});

test("a role is changed at once, and not into what another account of the person forbids", async () => {
  const official = cast("taiyuan-official");
  const change = (role: Role) =>
    codeOf(changeRole(admin, { key: randomUUID(), userId: official.id, role }, now));
  expect(await change("head")).toBe("done");
  expect((await accountByUsername("taiyuan-official"))?.role).toBe("head");
  const { id } = await newcomer("supervisor");
  await setAccounts(db.superuser, { personId: official.personId }, eq(users.id, id));
  expect(await change("system_admin")).toBe("role_combined");
  const rights = await accountRights(admin, "taiyuan-official", now);
  expect(rights?.posts).toMatchObject([{ role: "supervisor", state: "waiting" }]);
});

test("a branch is bound by the name or code of its unit; its administrator sees and grants nothing outside", async () => {
  const { id, username } = await newcomer("security_admin");
  await grantRole(admin, { key: randomUUID(), userId: id }, now);
  const bind = (unit: string) =>
    codeOf(bindBranch(admin, { key: randomUUID(), userId: id, unit }, now));
  expect(await bind("没有这个单位")).toBe("unit_unknown");
  expect(await bind("taiyuan")).toBe("done");
  const account = await accountByUsername(username);
  if (!account) throw new Error("The account cannot sign in");
  const { passwordHash: _, ...person } = account;
  const bound: Actor = { ...person, standsInFor: [], request: { id: "", ip: null } };
  expect(bound.branchIds).toContain(cast("taiyuan-official").departmentId);

  const [inside, outside] = [await newcomer("official"), await newcomer("official", "ecology")];
  const grant = (userId: string) => codeOf(grantRole(bound, { key: randomUUID(), userId }, now));
  expect(await grant(outside.id)).toBe("not_found");
  expect(await grant(randomUUID())).toBe("not_found");
  expect(await accountRights(bound, outside.username, now)).toBeNull();
  expect(await grant(inside.id)).toBe("done");
  const units = await db.owner.select().from(departments);
  const theirs = units.filter((unit) => bound.branchIds?.includes(unit.id));
  const { accounts } = await listRights(bound, all, page);
  const foreign = accounts.filter(({ unit }) => !theirs.some(({ name }) => name === unit));
  expect([accounts.length > 3, foreign]).toEqual([true, []]);
  expect(await bind("")).toBe("done");
});

test("accounts are found by name, unit, role and state, a page at a time", async () => {
  const { accounts, count } = await listRights(admin, { words: "生态环境厅 head" }, page);
  expect(accounts.map(({ username }) => username)).toEqual(["ecology-head"]);
  expect(count).toBe(1);
  const heads = await listRights(admin, { words: "", role: "head" }, { limit: 3, offset: 3 });
  expect(heads.accounts).toHaveLength(3);
  expect(heads.count).toBeGreaterThan(6);
  const waiting = await listRights(admin, { words: "", state: "waiting" }, page);
  expect(waiting.accounts.every(({ state }) => state === "waiting")).toBe(true);
});

test("an account is unlocked, and whoever is in is out; no other account with a longer name is", async () => {
  const official = cast("energy-official");
  const keys = [
    "account:energy-official",
    "pair:energy-official 10.0.0.9",
    "device:energy-official x",
  ];
  const other = "pair:energy-official-2 10.0.0.9";
  await db.owner
    .insert(signInAttempts)
    .values(
      [...keys, other].map((key) => ({ key, points: 9, expire: new Date(Date.now() + 1e6) })),
    );
  const times = { startedAt: now, seenAt: now };
  await db.owner.insert(sessions).values({ id: randomUUID(), userId: official.id, ...times });
  const rights = await accountRights(admin, "energy-official", new Date());
  expect(rights).toMatchObject({ failures: 9, sessions: 1 });
  const input = { key: randomUUID(), userId: official.id };
  expect(await codeOf(unlockSignIn(cast("system-admin"), input, now))).toBe("not_allowed");
  expect(await unlockSignIn(admin, input, now)).toEqual({ count: 1 });
  expect(await accountRights(admin, "energy-official", new Date())).toMatchObject({
    failures: 0,
    sessions: 0,
  });
  const left = await db.owner.select({ key: signInAttempts.key }).from(signInAttempts);
  expect(left).toEqual([{ key: other }]);
});
