import { randomUUID } from "node:crypto";
import type { inject } from "vitest";
import { closeDatabase, connect } from "@/db/client";
import { migrateDatabase, roleUrl } from "@/db/migrate";
import { type SeedContent, seedDatabase } from "@/db/seed/run";
import { handOver } from "@/scripts/postgres/roles.mjs";
import { createTestDatabase, databaseUrlOf, ownerUrlOf } from "@/scripts/test/server.mjs";

type Server = ReturnType<typeof inject<"testServer">>;

/** What every administrator of a first start signs in with. */
export const firstPassword = "kw7m-x3pd-h9ra-t4ue";

/** A database of its own as a first start with DEMO=off leaves it. */
export async function firstInstallation(server: Server, content: SeedContent, now: Date) {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await createTestDatabase(server.superUrl, name, "template1");
  await handOver(databaseUrlOf(server.superUrl, name), server.ownerRole);
  const ownerUrl = ownerUrlOf(server.superUrl, name);
  await migrateDatabase(ownerUrl, { app: server.appRole, worker: server.workerRole });
  const adminPasswords = {
    system_admin: firstPassword,
    security_admin: firstPassword,
    audit_admin: firstPassword,
  };
  await seedDatabase({ ownerUrl, now, demo: false, content, adminPasswords });
  return {
    ownerUrl,
    appUrl: roleUrl(ownerUrl, server.appRole, server.appRolePassword),
    drop: async () => {
      const maintenance = connect(server.superUrl, 1);
      await maintenance.db.execute(`drop database ${name} with (force)`);
      await maintenance.close();
    },
  };
}

/** The same for this process: `database()` opens it as the app's role. */
export async function firstStart(server: Server, content: SeedContent, now: Date) {
  const { ownerUrl, appUrl, drop } = await firstInstallation(server, content, now);
  process.env.DATABASE_URL = appUrl;
  const owner = connect(ownerUrl, 2);
  return {
    owner: owner.db,
    close: async () => {
      await Promise.all([owner.close(), closeDatabase()]);
      await drop();
    },
  };
}
