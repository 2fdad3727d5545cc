import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, inject, test } from "vitest";
import { closeDatabase, connect } from "@/db/client";
import { appDatabaseUrl, migrateDatabase } from "@/db/migrate";
import { publicTasks } from "@/db/queries/public/public";
import { hashHistory, restoreDump } from "./dump";

// A database that an earlier release left is brought up to date without losing a row or a byte of its history. The test
// server itself makes the databases (testDatabase() would clone today's).

const folder = new URL("dumps/", import.meta.url);
const releases = readdirSync(folder).filter((name) => name.endsWith(".json.gz"));
const { ownerUrl, appRolePassword } = inject("testServer");
const made: string[] = [];

async function emptyDatabase(): Promise<string> {
  const name = `upgrade_${randomUUID().replaceAll("-", "")}`;
  const server = connect(ownerUrl, 1);
  await server.db.execute(sql.raw(`create database ${name}`));
  await server.close();
  made.push(name);
  const url = new URL(ownerUrl);
  url.pathname = name;
  return url.href;
}

afterAll(async () => {
  await closeDatabase();
  const server = connect(ownerUrl, 1);
  for (const name of made) await server.db.execute(sql.raw(`drop database ${name}`));
  await server.close();
});

test("the release that began with one clean migration is among them", () => {
  expect(releases).toContain("v0.2.0.json.gz");
});

describe.each(releases)("%s", (name) => {
  test("comes up to date with every row, and its history untouched", async () => {
    const dump = JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString("utf8"));
    const url = await emptyDatabase();
    await restoreDump(url, dump);
    await migrateDatabase(url, appRolePassword);

    const { db, close } = connect(url, 1);
    expect(await hashHistory(db)).toBe(dump.historyHash);
    for (const table of ["audit_events", "tasks", "submissions", "revisions", "users"]) {
      const [row] = await db.execute<{ count: number }>(
        sql`select count(*)::int as count from ${sql.identifier(table)}`,
      );
      expect([table, row?.count]).toEqual([table, dump.tables[table].length]);
    }
    await close();

    process.env.DATABASE_URL = appDatabaseUrl(url, appRolePassword);
    const shown = await publicTasks("2024-06-12");
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.some(({ health }) => health.percent === 100)).toBe(true);
  });
});
