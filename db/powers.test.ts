import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordEvent } from "@/db/mutations/record-event";
import { departments, users } from "@/db/schema/people";
import { company, now } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { decisionFor, send, someone, takeOn } from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { database, type Transaction } from "./client";

// The three administrators (三员), and who may give whom which power: what the database refuses, its owner too.

const refused = { cause: { code: "23514" } };
const refusedAtCommit = { code: "23514" };
const unrecorded = { code: "23000" };
const admins = ["system-admin", "security-admin", "audit-admin"];
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

type Change = (tx: Transaction) => Promise<unknown>;
const account = { id: randomUUID(), name: "某人", username: "x" };

/** A change with the event of a grant by `grantor`. */
const granting = (grantor: Actor, change: Change) =>
  db.owner.transaction(async (tx) => {
    await change(tx);
    const granted = { type: "role.granted", account, role: "official", branch: null } as const;
    await recordEvent(tx, grantor, granted, {}, now);
  });

function newAccount(changes: Partial<typeof users.$inferInsert> = {}) {
  const { departmentId } = cast("supervisor-1");
  const name = randomUUID();
  const values = { username: name, displayName: name, passwordHash: "", createdAt: now };
  return {
    ...{ ...values, departmentId, role: "supervisor" as const },
    roleGrantedById: cast("security-admin").id,
    ...changes,
  };
}
const insert = (changes: Parameters<typeof newAccount>[0]): Change => {
  return (tx) => tx.insert(users).values(newAccount(changes));
};
const setRole = (username: string, values: Partial<typeof users.$inferInsert>): Change => {
  return (tx) => tx.update(users).set(values).where(eq(users.username, username));
};

describe("one person holds one power", () => {
  test.each([
    ["system-admin", "audit_admin"],
    ["audit-admin", "security_admin"],
    ["system-admin", "supervisor"],
    ["audit-admin", "auditor"],
    ["supervisor-1", "system_admin"],
  ] as const)("%s gets no second account as %s", async (username, role) => {
    const { personId } = cast(username);
    const made = granting(cast("security-admin"), insert({ personId, role }));
    await expect(made).rejects.toMatchObject(refusedAtCommit);
  });

  test("a business post besides another is fine, and an administrator's only once the other is disabled", async () => {
    const { personId } = cast("supervisor-1");
    await granting(cast("security-admin"), insert({ personId, role: "auditor" }));
    const system = { personId: randomUUID(), role: "system_admin" } as const;
    await granting(cast("security-admin"), insert({ ...system, disabledAt: now }));
    const { personId: person } = system;
    await granting(cast("security-admin"), insert({ personId: person, role: "audit_admin" }));
    const enabled = granting(cast("security-admin"), (tx) =>
      tx.update(users).set({ disabledAt: null }).where(eq(users.personId, person)),
    );
    await expect(enabled).rejects.toMatchObject(refusedAtCommit);
  });

  test("nor of two made at once", async () => {
    const personId = randomUUID();
    const made = (["audit_admin", "system_admin"] as const).map((role) =>
      granting(cast("security-admin"), insert({ personId, role })),
    );
    const outcomes = (await Promise.allSettled(made)).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("an administrator takes no part in the business", () => {
  const places = [
    ["submissions", "created_by_id"],
    ["contributors", "user_id"],
    ["revisions", "submitted_by_id"],
    ["review_decisions", "decided_by_id"],
    ["review_decisions", "on_behalf_of_id"],
    ["releases", "released_by_id"],
    ["withdrawals", "withdrawn_by_id"],
    ["evidence", "uploaded_by_id"],
    ["due_moves", "moved_by_id"],
    ["letter_erasures", "erased_by_id"],
    ["delegations", "principal_id"],
    ["delegations", "deputy_id"],
    ["chases", "sent_by_id"],
    ["chases", "answered_by_id"],
    ["escalations", "acknowledged_by_id"],
    ["tasks", "received_by_id"],
    ["tasks", "struck_off_by_id"],
  ] as const;
  const write = (table: string, column: string, { id }: Actor) =>
    db.owner.execute(sql`insert into ${sql.identifier(table)}
      select (jsonb_populate_record(null::${sql.identifier(table)}, jsonb_build_object(${column}::text, ${id}::text))).*`);

  test.each(places)("%s.%s", async (table, column) => {
    for (const username of admins)
      await expect(write(table, column, cast(username))).rejects.toMatchObject(refused);
    // Others come as far as the columns that must not be empty.
    const other = write(table, column, cast("supervisor-1"));
    await expect(other).rejects.toMatchObject({ cause: { code: "23502" } });
  });

  test("a task is received and struck off by none of them", async () => {
    for (const username of admins)
      for (const column of ["received_by_id", "struck_off_by_id"])
        await expect(
          db.owner.execute(
            sql`update tasks set ${sql.identifier(column)} = ${cast(username).id} where code = 'AIR-10.1'`,
          ),
        ).rejects.toMatchObject(refused);
  });

  test("the system administrator talks about a task, the two others do not", async () => {
    for (const username of ["security-admin", "audit-admin"])
      await expect(write("comments", "author_id", cast(username))).rejects.toMatchObject(refused);
    const said = write("comments", "author_id", cast("system-admin"));
    await expect(said).rejects.toMatchObject({ cause: { code: "23502" } });
  });

  test("nor does an account that waits for its role", async () => {
    const id = randomUUID();
    await granting(cast("system-admin"), insert({ id, roleGrantedById: null }));
    const waiting = { ...cast("supervisor-1"), id };
    await expect(write("chases", "sent_by_id", waiting)).rejects.toMatchObject(refused);
  });
});

describe("a role is granted", () => {
  test("by an enabled security administrator, and nobody else", async () => {
    for (const grantor of ["system-admin", "audit-admin", "director"]) {
      const roleGrantedById = cast(grantor).id;
      const made = granting(cast(grantor), insert({ roleGrantedById }));
      await expect(made).rejects.toMatchObject(refused);
    }
    const roleGrantedById = randomUUID();
    const second = insert({ id: roleGrantedById, role: "security_admin", disabledAt: now });
    await granting(cast("security-admin"), second);
    const disabled = granting(cast("security-admin"), insert({ roleGrantedById }));
    await expect(disabled).rejects.toMatchObject(refused);
  });

  test("never to oneself, nor to another account of one's own", async () => {
    const admin = cast("security-admin");
    const own = granting(admin, setRole("security-admin", { role: "supervisor" }));
    await expect(own).rejects.toMatchObject(refused);
    const post = granting(admin, insert({ personId: admin.personId }));
    await expect(post).rejects.toMatchObject(refused);
  });

  test("with the event of whoever grants it", async () => {
    const borrowed = setRole("energy-official", { role: "head" });
    await expect(granting(cast("system-admin"), borrowed)).rejects.toMatchObject(unrecorded);
    await expect(db.owner.transaction(borrowed)).rejects.toMatchObject(unrecorded);
    await granting(cast("security-admin"), borrowed);
  });

  test("and the person and the branch of an account are changed as its role is", async () => {
    const [unit] = await db.owner.select().from(departments).limit(1);
    for (const values of [{ personId: randomUUID() }, { branchId: unit?.id ?? "" }]) {
      const changed = granting(cast("system-admin"), setRole("supervisor-2", values));
      await expect(changed).rejects.toThrow();
    }
  });
});

test("nobody and no unit changes without an event", async () => {
  const renamed: Change = (tx) =>
    tx.update(users).set({ email: "a@example.cn" }).where(eq(users.username, "auditor"));
  await expect(db.owner.transaction(renamed)).rejects.toMatchObject(unrecorded);
  await expect(database().transaction(renamed)).rejects.toMatchObject(unrecorded);
  const moved: Change = (tx) => tx.update(departments).set({ sortOrder: 1 });
  await expect(db.owner.transaction(moved)).rejects.toMatchObject(unrecorded);
  const waiting: Change = (tx) => tx.insert(users).values(newAccount({ roleGrantedById: null }));
  await expect(db.owner.transaction(waiting)).rejects.toMatchObject(unrecorded);
});

test("two accounts of one human are one pair of eyes: neither decides on nor releases what the other wrote", async () => {
  const world = await makeWorld(1);
  await takeOn(world);
  const submissionId = await send(world, "progress");
  const [official, supervisor] = [someone(world, "official"), someone(world, "supervisor")];
  await setAccounts(db.superuser, { personId: official.personId }, eq(users.id, supervisor.id));
  const { revisionId } = await decisionFor(submissionId);
  const decided = db.owner.execute(sql`insert into review_decisions
    (submission_id, revision_id, step, decision, content_hash, decided_by_id, decided_at)
    values (${submissionId}, ${revisionId}, 1, 'approve', 'x', ${supervisor.id}, now())`);
  await expect(decided).rejects.toMatchObject(refused);
  const released = db.owner.execute(sql`insert into releases
    (submission_id, task_id, disclosure, basis, released_by_id, released_at, is_demo)
    select id, task_id, 'public', 'x', ${supervisor.id}, now(), false from submissions where id = ${submissionId}`);
  await expect(released).rejects.toMatchObject(refused);
});
