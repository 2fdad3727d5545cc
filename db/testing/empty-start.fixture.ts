import { randomUUID } from "node:crypto";
import type { inject } from "vitest";
import { closeDatabase, connect } from "@/db/client";
import { migrateDatabase, roleUrl } from "@/db/migrate";
import { type SeedContent, seedDatabase } from "@/db/seed/run";
import { handOver } from "@/scripts/postgres/roles.mjs";
import { createTestDatabase, databaseUrlOf, ownerUrlOf } from "@/scripts/test/server.mjs";

/** A database as a first start with DEMO=off leaves it; `database()` opens it as the app's role. */
export async function firstStart(
  server: ReturnType<typeof inject<"testServer">>,
  content: SeedContent,
  now: Date,
) {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await createTestDatabase(server.superUrl, name, "template1");
  await handOver(databaseUrlOf(server.superUrl, name), server.ownerRole);
  const ownerUrl = ownerUrlOf(server.superUrl, name);
  await migrateDatabase(ownerUrl, { app: server.appRole, worker: server.workerRole });
  process.env.DATABASE_URL = roleUrl(ownerUrl, server.appRole, server.appRolePassword);
  const password = "kw7m-x3pd-h9ra-t4ue";
  const adminPasswords = {
    system_admin: password,
    security_admin: password,
    audit_admin: password,
  };
  await seedDatabase({ ownerUrl, now, demo: false, content, adminPasswords });
  const owner = connect(ownerUrl, 2);
  return {
    owner: owner.db,
    close: async () => {
      await Promise.all([owner.close(), closeDatabase()]);
      const maintenance = connect(server.superUrl, 1);
      await maintenance.db.execute(`drop database ${name}`);
      await maintenance.close();
    },
  };
}
