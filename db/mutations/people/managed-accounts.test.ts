import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { managedPerson } from "@/db/queries/people/directory";
import { staffOn } from "@/db/queries/people/staff";
import { auditEvents } from "@/db/schema/audit";
import { departments, sessions, users } from "@/db/schema/people";
import { seenAccount } from "@/db/testing/people-inputs.fixture";
import { company, now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type Actor, roles } from "@/lib/domain/people/roles";
import {
  createAccount,
  disableAccount,
  editAccount,
  enableAccount,
  setLiaison,
} from "./managed-accounts";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  admin = actor("system-admin");
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const unitOf = (username: string) => actor(username).departmentId;
const wish = (changes: object = {}) => ({
  key: randomUUID(),
  name: "李明",
  username: `u${randomUUID().slice(0, 8)}`,
  unitId: unitOf("ecology-official"),
  role: "official" as const,
  post: "四级调研员",
  email: "li@example.cn",
  phone: "0351-1234567",
  ...changes,
});
const made = async (changes: object = {}) =>
  (await createAccount(admin, wish(changes), now)).userId;
const rowOf = async (id: string) => {
  const [row] = await database().select().from(users).where(eq(users.id, id));
  if (!row) throw new Error(`No account ${id}`);
  return row;
};
const openSessions = (userId: string) =>
  database().$count(sessions, and(eq(sessions.userId, userId), isNull(sessions.endedAt)));
const signIn = (userId: string) =>
  db.owner.insert(sessions).values({ id: randomUUID(), userId, startedAt: now, seenAt: now });
const eventsAbout = async (userId: string) => {
  const events = await database().select().from(auditEvents).orderBy(auditEvents.sequence);
  return events
    .map(({ entry }) => new TextDecoder().decode(entry))
    .filter((entry) => entry.includes(userId));
};

test("only the system administrator keeps accounts; an account that is not there is missing", async () => {
  for (const role of roles.filter((each) => each !== "system_admin"))
    expect([role, await codeOf(createAccount({ ...admin, role }, wish(), now))]).toEqual([
      role,
      "not_allowed",
    ]);
  const nobody = { key: randomUUID(), userId: randomUUID(), version: 0 };
  expect(await codeOf(enableAccount(admin, nobody, now))).toBe("not_found");
  const account = { ...nobody, userId: actor("ecology-official").id };
  expect(await codeOf(enableAccount(actor("security-admin"), account, now))).toBe("not_allowed");
  expect(await managedPerson(actor("security-admin"), account.userId, today)).toBeNull();
});

describe("a new account", () => {
  test("waits for its role, has no password that anybody knows, and is told to the security administrator", async () => {
    const userId = await made();
    const row = await rowOf(userId);
    expect(row).toMatchObject({ role: "official", roleGrantedById: null, disabledAt: null });
    expect(row.passwordHash).toMatch(/^\$argon2id\$/);
    expect((await managedPerson(admin, userId, today))?.state).toBe("awaits_role");
  });

  test("has a user name of its own, whoever is faster", async () => {
    const username = "li.ming";
    const outcomes = await Promise.all(
      [1, 2].map(() => codeOf(createAccount(admin, wish({ username }), now))),
    );
    expect(outcomes.sort()).toEqual(["done", "username_taken"]);
  });

  test("is of a unit that there is, and that can have people", async () => {
    const [collective] = await database()
      .select()
      .from(departments)
      .where(eq(departments.kind, "collective"));
    for (const unitId of [randomUUID(), collective?.id])
      expect(await codeOf(createAccount(admin, wish({ unitId }), now))).toBe("unit_unknown");
  });

  test("leaves neither mail nor phone in the history", async () => {
    const userId = await made();
    const events = await eventsAbout(userId);
    expect(events).toHaveLength(1);
    expect(events.join()).not.toMatch(/example\.cn|1234567/);
  });
});

test("what is kept of a person is changed as it was seen, and a stale page is refused", async () => {
  const userId = await made();
  const seen = await seenAccount(userId);
  const about = { ...seen, name: "李明", post: "处长", email: "", phone: "" };
  await editAccount(admin, about, now);
  expect(await rowOf(userId)).toMatchObject({ post: "处长", email: null, phone: null, version: 1 });
  const stale = { ...about, key: randomUUID(), post: "科长" };
  expect(await codeOf(editAccount(admin, stale, now))).toBe("account_changed");
  expect((await eventsAbout(userId)).at(-1)).toContain('"changed":["post","email","phone"]');
});

describe("a disabled account", () => {
  test("is signed in nowhere at once, and may be enabled again with its role", async () => {
    const { id } = actor("energy-official");
    await signIn(id);
    const reason = "借调外出";
    await disableAccount(admin, { ...(await seenAccount(id)), reason }, now);
    expect(await openSessions(id)).toBe(0);
    expect((await managedPerson(admin, id, today))?.state).toBe("disabled");
    const again = { ...(await seenAccount(id)), reason };
    expect(await codeOf(disableAccount(admin, again, now))).toBe("account_disabled");
    await enableAccount(admin, await seenAccount(id), now);
    expect((await rowOf(id)).roleGrantedById).not.toBeNull();
    expect(await codeOf(enableAccount(admin, await seenAccount(id), now))).toBe("account_enabled");
  });

  test("is never one's own, nor the last administrator's of a kind", async () => {
    const disable = async (username: string) =>
      codeOf(
        disableAccount(admin, { ...(await seenAccount(actor(username).id)), reason: "试" }, now),
      );
    expect(await disable("system-admin")).toBe("account_own");
    expect(await disable("security-admin")).toBe("account_last_admin");
    expect(await disable("audit-admin")).toBe("account_last_admin");
  });
});

test("a liaison hears for a unit without being of it, and no more once it has ended", async () => {
  const { id: userId } = actor("transport-official");
  const unitId = unitOf("ecology-official");
  const press = (isLiaison: boolean) => ({ key: randomUUID(), userId, unitId, isLiaison });
  const liaisonOf = async () =>
    (await staffOn(database(), today)).find(({ id }) => id === userId)?.liaisonOf;
  await setLiaison(admin, press(true), now);
  await setLiaison(admin, press(true), now);
  expect(await liaisonOf()).toEqual([unitId]);
  expect((await managedPerson(admin, userId, today))?.liaisonOf).toMatchObject([{ id: unitId }]);
  await setLiaison(admin, press(false), now);
  expect(await liaisonOf()).toEqual([]);
  const told = (await eventsAbout(userId)).filter((entry) => entry.includes("liaison.changed"));
  expect(told).toHaveLength(2);
});

test("the database refuses a change of an account that nobody tells of", async () => {
  const { id } = actor("ecology-official");
  const silent = (change: Promise<unknown>) =>
    expect(change).rejects.toMatchObject({ cause: { code: "23000" } });
  await silent(database().update(users).set({ disabledAt: now }).where(eq(users.id, id)).execute());
  await silent(database().update(users).set({ role: "head" }).where(eq(users.id, id)).execute());
  const unitId = unitOf("ecology-official");
  await silent(
    database().execute(
      sql`insert into unit_liaisons (department_id, user_id) values (${unitId}, ${id})`,
    ),
  );
  const erased = database().update(users).set({ leftOn: today }).where(eq(users.id, id)).execute();
  await expect(erased).rejects.toMatchObject({ cause: { code: "23514" } });
});
