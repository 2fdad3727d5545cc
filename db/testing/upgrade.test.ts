import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import { describe, expect, inject, test } from "vitest";
import type { Database } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { publicTasks } from "@/db/queries/public/public";
import { auditEvents } from "@/db/schema/audit";
import { users } from "@/db/schema/people";
import { revisions } from "@/db/schema/submissions";
import { seedDatabase } from "@/db/seed/run";
import { checkKeptCounts } from "@/db/testing/kept/kept-counts.fixture";
import { keptDay } from "@/db/testing/kept/kept-health.fixture";
import { checkKeptWaiting } from "@/db/testing/kept/kept-waiting.fixture";
import { handOver } from "@/scripts/postgres/roles.mjs";
import { hashHistory, restoreDump } from "./dump";
import { testDatabase } from "./test-database";

// A database that an earlier release left is brought up to date without losing a row or a byte of its history.

const folder = new URL("dumps/", import.meta.url);
const releases = readdirSync(folder).filter((name) => name.endsWith(".json.gz"));
test("the release that began with one clean migration is among them", () => {
  expect(releases).toContain("v0.2.0.json.gz");
});

describe.each(releases)("%s", (name) => {
  test("comes up to date with every row, and its history untouched", async () => {
    const dump = JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString("utf8"));
    const { ownerRole, appRole, workerRole } = inject("testServer");
    const { owner, superuser, ownerUrl, superUrl, close } = await testDatabase({
      template: "template0",
    });
    await restoreDump(superUrl, dump);
    await handOver(superUrl, ownerRole);
    await migrateDatabase(ownerUrl, { app: appRole, worker: workerRole });

    expect(await leftToTheSuperuser(superuser)).toEqual([]);
    expect(await hashHistory(owner)).toBe(dump.historyHash);
    expect(await orderOfHistory(owner)).toEqual(await orderByTime(owner));
    for (const table of ["audit_events", "tasks", "submissions", "revisions", "users"]) {
      const [row] = await owner.execute<{ count: number }>(
        sql`select count(*)::int as count from ${sql.identifier(table)}`,
      );
      expect([table, row?.count]).toEqual([table, dump.tables[table].length]);
    }
    const steps = await owner.select({ reviewSteps: revisions.reviewSteps }).from(revisions);
    const deciders = steps.flatMap(({ reviewSteps }) => reviewSteps.map(({ by }) => by));
    expect(new Set(deciders)).toEqual(new Set(["head", "supervisor", "director"]));
    const formerAdmin = await owner.select().from(users).where(eq(users.username, "admin"));
    expect(formerAdmin).toMatchObject([{ role: "system_admin" }]);
    await getsItsAdministrators(owner, superuser, ownerUrl);
    await checkKeptWaiting();
    await checkKeptCounts();
    const shown = await publicTasks("2024-06-12");
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.some(({ health }) => health.percent === 100)).toBe(true);
    for (const day of ["2024-04-20", "2024-06-11", "2024-08-01"]) {
      const kept = await keptDay(day);
      const told = (await publicTasks(day)).map(({ code, health }) => [code, health.light]);
      expect([day, told]).toEqual([
        day,
        told.map(([code]) => [code, kept.get(code ?? "")?.publicLight]),
      ]);
    }
    await close();
  });
});

/** As a real installation, at its next start: the administrator of before is one of three, and the two others are made. */
async function getsItsAdministrators(owner: Database, superuser: Database, ownerUrl: string) {
  await superuser.execute(sql`update installation set is_demo = false, clock_shift_days = 0`);
  const password = "kw7m-x3pd-h9ra-t4ue";
  const adminPasswords = {
    system_admin: password,
    security_admin: password,
    audit_admin: password,
  };
  const now = new Date();
  const start = () =>
    seedDatabase({ ownerUrl, demo: false, content: "empty", adminPasswords, now });
  expect(await start()).toEqual({ seeded: false, added: ["security-admin", "audit-admin"] });
  expect(await start()).toEqual({ seeded: false, added: [] });
  const accounts = await owner.select().from(users);
  expect(accounts.filter(({ roleGrantedById }) => roleGrantedById === null)).toEqual([]);
  expect(new Set(accounts.map(({ personId }) => personId)).size).toBe(accounts.length);
  const founded = eq(auditEvents.type, "account.founded");
  expect(await owner.$count(auditEvents, founded)).toBe(2);
  await superuser.execute(sql`update installation set is_demo = true`);
}

const ids = (rows: Iterable<{ id: string }>) => [...rows].map(({ id }) => id);

/** What was recorded keeps its order, in the history and from version to version. */
async function orderOfHistory(owner: Database) {
  const [events, versions] = [
    sql`select id from audit_events order by sequence`,
    sql`select id from task_versions order by task_id, sequence`,
  ];
  return [
    ids(await owner.execute<{ id: string }>(events)),
    ids(await owner.execute<{ id: string }>(versions)),
  ];
}

async function orderByTime(owner: Database) {
  const [events, versions] = [
    sql`select id from audit_events order by recorded_at, id`,
    sql`select id from task_versions order by task_id, at`,
  ];
  return [
    ids(await owner.execute<{ id: string }>(events)),
    ids(await owner.execute<{ id: string }>(versions)),
  ];
}

/** What of ours still belongs to whom only making roles and databases is left to. */
async function leftToTheSuperuser(superuser: Database) {
  const rows = await superuser.execute(sql`
    with ours as (select oid as space from pg_namespace where nspname in ('public', 'drizzle', 'graphile_worker')),
      root as (select oid as superuser from pg_roles where rolname = current_user)
    select 'database ' || datname from pg_database, root where datname = current_database() and datdba = superuser
    union all select 'schema ' || nspname from pg_namespace join ours on space = oid, root where nspowner = superuser
    union all select 'relation ' || relname from pg_class join ours on space = relnamespace, root where relowner = superuser
    union all select 'function ' || proname from pg_proc join ours on space = pronamespace, root where proowner = superuser
    union all select 'type ' || typname from pg_type join ours on space = typnamespace, root where typowner = superuser`);
  return [...rows];
}
