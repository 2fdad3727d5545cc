import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { describe, expect, inject, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { publicTasks } from "@/db/queries/public/public";
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
    const { owner, ownerUrl, close } = await testDatabase("template0");
    await restoreDump(ownerUrl, dump);
    await migrateDatabase(ownerUrl, inject("testServer").appRolePassword);

    expect(await hashHistory(owner)).toBe(dump.historyHash);
    for (const table of ["audit_events", "tasks", "submissions", "revisions", "users"]) {
      const [row] = await owner.execute<{ count: number }>(
        sql`select count(*)::int as count from ${sql.identifier(table)}`,
      );
      expect([table, row?.count]).toEqual([table, dump.tables[table].length]);
    }
    const shown = await publicTasks("2024-06-12");
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.some(({ health }) => health.percent === 100)).toBe(true);
    await close();
  });
});
