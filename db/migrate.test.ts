import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { migrateDatabase, NewerDatabase } from "./migrate";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const { appRole, workerRole } = inject("testServer");
const roles = { app: appRole, worker: workerRole };

test("a database that a later version has migrated is refused before anything is done to it", async () => {
  const later = Date.UTC(2099, 0, 1);
  await migrateDatabase(db.ownerUrl, roles);
  await db.owner.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${later})`,
  );
  await expect(migrateDatabase(db.ownerUrl, roles)).rejects.toThrow(NewerDatabase);
});
