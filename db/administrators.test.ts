import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changePassword } from "@/db/mutations/people/passwords";
import { changeRole, grantRole } from "@/db/mutations/people/roles";
import { issueAtMachine, issueStartLink } from "@/db/mutations/people/start-links";
import { recordEvent } from "@/db/mutations/record-event";
import { sessions, startLinks, unitLiaisons, users } from "@/db/schema/people";
import { registrations } from "@/db/schema/registrations";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import { type Actor, adminRoles } from "@/lib/domain/people/roles";
import { database, type Transaction } from "./client";

// No administrator comes into another's account, and none decides: what the database refuses to the site's own role, whatever
// the site thinks.

const refused = { cause: { code: "23514" } };
const refusedAtCommit = { code: "23000" };
let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
  process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

/** As the site's role, with an event of whoever is said to do it. */
const asSite = (actor: Actor, change: (tx: Transaction) => Promise<unknown>) =>
  database().transaction(async (tx) => {
    await change(tx);
    await recordEvent(tx, actor, { type: "account.updated", changed: [] }, {}, now);
  });

describe("an administrator's account", () => {
  const linkFor = (userId: string, issuedById: string | null) => ({
    ...{ id: randomUUID(), codeHash: randomUUID(), userId, issuedById },
    ...{ issuedAt: now, expiresAt: new Date(now.getTime() + 1000) },
  });
  const insertLink = (issuer: Actor, userId: string, issuedById: string | null = issuer.id) =>
    asSite(issuer, (tx) => tx.insert(startLinks).values(linkFor(userId, issuedById)));

  test("gets its code from a security administrator, by rule and by database", async () => {
    const world = await makeWorld(1);
    const [system, security] = [someone(world, "system_admin"), someone(world, "security_admin")];
    const issue = (actor: Actor, userId: string) =>
      codeOf(issueStartLink(actor, { key: randomUUID(), userId, mails: true }, now));
    for (const role of ["security_admin", "audit_admin"] as const) {
      const { id } = someone(world, role);
      expect([role, await issue(system, id)]).toEqual([role, "start_link_of_admin"]);
      await expect(insertLink(system, id)).rejects.toMatchObject(refused);
    }
    expect(await issue(security, someone(world, "audit_admin").id)).toBe("done");
    expect(await issue(security, security.id)).toBe("start_link_self");
    await expect(insertLink(security, security.id)).rejects.toMatchObject(refused);
    // Of everybody else it is the system administrator's.
    const official = someone(world, "official");
    expect(await issue(security, official.id)).toBe("not_allowed");
    await expect(insertLink(security, official.id)).rejects.toMatchObject(refused);
    expect(await issue(system, official.id)).toBe("done");
    // Without an issuer it is the operator's, at the machine.
    await expect(insertLink(system, system.id, null)).rejects.toMatchObject(refused);
  });

  test("of which nobody else knows the password, gets its code at the machine", async () => {
    const world = await makeWorld(1);
    const { id } = someone(world, "security_admin");
    const issued = await issueAtMachine(db.owner, id, now);
    expect(issued?.code).toMatch(/^(\w{4}-){6}\w{4}$/);
    const [link] = await db.owner.select().from(startLinks).where(eq(startLinks.userId, id));
    expect(link).toMatchObject({ issuedById: null, usedAt: null, endedAt: null });
    expect(await issueAtMachine(db.owner, "nobody", now)).toBeNull();
  });

  test("keeps its password from everybody but its holder", async () => {
    const world = await makeWorld(1);
    const [system, audit] = [someone(world, "system_admin"), someone(world, "audit_admin")];
    const setPassword = (actor: Actor) =>
      asSite(actor, (tx) =>
        tx.update(users).set({ passwordHash: randomUUID() }).where(eq(users.id, audit.id)),
      );
    await expect(setPassword(system)).rejects.toMatchObject(refusedAtCommit);
    const sessionId = randomUUID();
    const times = { startedAt: now, seenAt: now };
    await db.owner.insert(sessions).values({ id: sessionId, userId: audit.id, ...times });
    const here = { key: randomUUID(), sessionId, deviceHash: null };
    const change = { ...here, passwordHash: "new", presentHash: "" };
    expect(await codeOf(changePassword(audit, change, now))).toBe("done");
  });

  test("has a new way in once it is one: whoever knew the old one is out", async () => {
    const world = await makeWorld(1);
    const [system, security] = [someone(world, "system_admin"), someone(world, "security_admin")];
    const official = someone(world, "official", "other");
    const times = { startedAt: now, seenAt: now };
    await db.owner.insert(sessions).values({ id: randomUUID(), userId: official.id, ...times });
    const link = { key: randomUUID(), userId: official.id, mails: false };
    await issueStartLink(system, link, now);
    const kept = asSite(security, (tx) =>
      tx
        .update(users)
        .set({ role: "audit_admin", roleGrantedById: security.id })
        .where(eq(users.id, official.id)),
    );
    await expect(kept).rejects.toMatchObject(refused);
    const change = { key: randomUUID(), userId: official.id, role: "audit_admin" } as const;
    expect(await codeOf(changeRole(security, change, now))).toBe("done");
    const [account] = await db.owner.select().from(users).where(eq(users.id, official.id));
    expect(account?.passwordHash).not.toBe("");
    const open = sql`user_id = ${official.id} and ended_at is null`;
    expect(await db.owner.$count(sessions, open)).toBe(0);
    expect(await db.owner.$count(startLinks, open)).toBe(0);
    // Granted again after leaving and coming back, too.
    await setAccounts(db.superuser, { roleGrantedById: null }, eq(users.id, official.id));
    const again = { key: randomUUID(), userId: official.id };
    expect(await codeOf(grantRole(security, again, now))).toBe("done");
    const [granted] = await db.owner.select().from(users).where(eq(users.id, official.id));
    expect(granted?.passwordHash).not.toBe(account?.passwordHash);
  });
});

test("an administrator decides on nothing that came with units, people and plans, as the site's role either", async () => {
  const world = await makeWorld(1);
  const places = [
    ["instructions", "author_id"],
    ["instruction_handlings", "handled_by_id"],
    ["follow_up_answers", "written_by_id"],
    ["follow_up_checks", "checked_by_id"],
    ["correction_requests", "proposed_by_id"],
    ["correction_requests", "decided_by_id"],
    ["corrections", "confirmed_by_id"],
    ["review_decisions", "decided_by_id"],
    ["releases", "released_by_id"],
  ] as const;
  for (const role of adminRoles) {
    const { id } = someone(world, role);
    for (const [table, column] of places) {
      const written = database().execute(sql`insert into ${sql.identifier(table)}
        select (jsonb_populate_record(null::${sql.identifier(table)}, jsonb_build_object(${column}::text, ${id}::text))).*`);
      await expect(written, `${table}.${column}`).rejects.toMatchObject(refused);
    }
    const drafted =
      database().execute(sql`insert into registrations (contributor_ids, created_at, changed_at)
      values (array[${id}::uuid], now(), now())`);
    await expect(drafted).rejects.toMatchObject(refused);
  }
});

test("nothing of an office changes without an event, as the site's role", async () => {
  const world = await makeWorld(1);
  const [official, system] = [someone(world, "official"), someone(world, "system_admin")];
  const { id: userId, departmentId } = official;
  const isIt = eq(users.id, userId);
  const link = { id: randomUUID(), codeHash: randomUUID(), userId, issuedById: system.id };
  const changes: Record<string, (tx: Transaction) => Promise<unknown>> = {
    post: (tx) => tx.update(users).set({ post: "科长" }).where(isIt),
    password: (tx) => tx.update(users).set({ passwordHash: "x" }).where(isIt),
    disabled: (tx) => tx.update(users).set({ disabledAt: now }).where(isIt),
    liaison: (tx) => tx.insert(unitLiaisons).values({ departmentId, userId }),
    unit: (tx) => tx.execute(sql`update departments set sort_order = 1 where id = ${departmentId}`),
    code: (tx) => tx.insert(startLinks).values({ ...link, issuedAt: now, expiresAt: now }),
    draft: (tx) =>
      tx.insert(registrations).values({ contributorIds: [userId], createdAt: now, changedAt: now }),
    plan: (tx) =>
      tx.execute(sql`update plans set archived_at = archived_at, version = version + 1`),
  };
  for (const [name, change] of Object.entries(changes))
    await expect(database().transaction(change), name).rejects.toMatchObject(refusedAtCommit);
  expect(await db.owner.$count(unitLiaisons, inArray(unitLiaisons.userId, [userId]))).toBe(0);
});
