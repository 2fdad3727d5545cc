import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { looseFunctions } from "@/db/testing/loose-functions.fixture";
import { now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { connect, database } from "./client";

// The attacks on the database from within, by whoever holds the password of the site's role or the worker's.

const denied = { cause: { code: "42501" } };
const checkViolation = { cause: { code: "23514" } };

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

describe("every function and trigger", () => {
  test("has the fixed search_path and names tables with their schema", async () => {
    expect(await looseFunctions(db.owner)).toEqual([]);
  });

  test.each([
    ["without a search_path", "return new;", ""],
    ["with pg_temp before ours", "return new;", "set search_path = pg_temp, public"],
    [
      "that names a table alone",
      "perform 1 from tasks; return new;",
      "set search_path = pg_catalog, public, pg_temp",
    ],
  ])("one %s is found", async (_, body, path) => {
    await db.owner.transaction(async (tx) => {
      await tx.execute(
        sql.raw(`create function planted() returns trigger language plpgsql ${path}
          as $$ begin ${body} end $$`),
      );
      const found = await looseFunctions(tx as unknown as typeof db.owner);
      expect(found).toEqual(["planted()"]);
      await tx.execute(sql`drop function planted`);
    });
  });
});

const forbidden = [
  "create temporary table t (n int)",
  "create table t (n int)",
  "create table public.t (n int)",
  "create function f() returns int language sql as 'select 1'",
  "create schema s",
  "create type public.t as enum ('a')",
  "create role somebody",
  "create extension pg_trgm",
  "alter function public.demand_event() reset search_path",
  "alter table public.tasks disable trigger all",
  "set session_replication_role = replica",
  "select lo_creat(-1)",
  "select lo_create(0)",
  "select lo_from_bytea(0, 'x')",
  "select lo_import('/etc/passwd')",
  "select pg_read_file('/etc/passwd')",
  "select pg_read_binary_file('/etc/passwd')",
  "select pg_ls_dir('/')",
  "copy (select 1) to program 'true'",
  "copy public.tasks to '/tmp/tasks'",
  "select setval('public.record_sequence', 1)",
  "insert into public.task_versions select * from public.task_versions limit 1",
];

describe.each(["app", "worker"] as const)("the role of the %s", (part) => {
  let role: ReturnType<typeof connect>;
  beforeAll(() => {
    role = connect(part === "app" ? db.appUrl : db.workerUrl, 1);
  });
  afterAll(() => role.close());

  test.each(forbidden)("may not: %s", async (statement) => {
    await expect(role.db.execute(sql.raw(statement))).rejects.toMatchObject(denied);
  });
});

test.each([
  "select 1 from graphile_worker._private_jobs",
  "delete from graphile_worker._private_jobs",
  "select graphile_worker.add_job('mail')",
  "insert into notifications (user_id, sentence, params, created_at) select id, 'x', '{}', now() from users",
  "insert into reminders (user_id) values (null)",
  "update notifications set sentence = sentence",
  "update outbox set announced_at = null",
  "update mails set address = address",
])("what the worker alone does the site's role may not: %s", async (statement) => {
  await expect(database().execute(sql.raw(statement))).rejects.toMatchObject(denied);
});

test("the owner is no superuser and makes none", async () => {
  const rows = await db.owner.execute(sql`
    select rolname from pg_roles where rolname = current_user and (rolsuper or rolcreaterole or rolbypassrls)`);
  expect(rows).toEqual([]);
  await expect(db.owner.execute(sql`create role somebody superuser`)).rejects.toMatchObject(denied);
});

// Behind the first wall, that there are no temporary tables, stands a second: they would be of no use.
describe("were there temporary tables,", () => {
  const { appRole } = inject("testServer");
  beforeAll(() =>
    db.superuser.execute(sql.raw(`grant temporary on database ${db.name} to ${appRole}`)),
  );

  test("one of the name of a trigger's table would run nothing as its owner", async () => {
    const attacker = connect(db.appUrl, 1);
    try {
      await attacker.db.execute(sql`create temp table loot (who text)`);
      await attacker.db.execute(
        sql`create temp table task_versions (like public.task_versions including defaults)`,
      );
      await attacker.db.execute(
        sql.raw(`create function pg_temp.rob() returns trigger language plpgsql as $$
          begin insert into pg_temp.loot values (current_user); return new; end $$`),
      );
      await attacker.db.execute(
        sql`create trigger rob before insert on pg_temp.task_versions for each row execute function pg_temp.rob()`,
      );
      await attacker.db.transaction(async (tx) => {
        await tx.execute(sql`insert into audit_events (type, task_id, at, entry)
          select 'task.received', id, ${now.toISOString()}::timestamptz, '' from tasks where code = 'AIR-08.3'`);
        await tx.execute(sql`update tasks set version = version where code = 'AIR-08.3'`);
      });
      expect(await attacker.db.execute(sql`select * from pg_temp.loot`)).toEqual([]);
      expect(await attacker.db.execute(sql`select * from pg_temp.task_versions`)).toEqual([]);
    } finally {
      await attacker.close();
    }
  });

  test("empty ones would not pass four eyes", async () => {
    const decided = database().transaction(async (tx) => {
      await tx.execute(
        sql`create temp table contributors (like public.contributors) on commit drop`,
      );
      await tx.execute(
        sql`create temp table review_decisions (like public.review_decisions) on commit drop`,
      );
      await tx.execute(sql`
        insert into public.review_decisions (submission_id, revision_id, step, decision, content_hash, decided_by_id, decided_at)
        select r.submission_id, r.id, 9, 'approve', r.content_hash, c.user_id, now()
        from public.revisions r join public.contributors c using (submission_id) limit 1`);
    });
    await expect(decided).rejects.toMatchObject(checkViolation);
  });

  test("one with an event in it would not stand for the history", async () => {
    const moved = database().transaction(async (tx) => {
      await tx.execute(sql`create temp table audit_events on commit drop as
        select pg_current_xact_id() as transaction_id, id as task_id from public.tasks`);
      await tx.execute(sql`update public.tasks set version = 99 where code = 'AIR-09'`);
    });
    await expect(moved).rejects.toMatchObject({ code: "23000" });
  });
});
