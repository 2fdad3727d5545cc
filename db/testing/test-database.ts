import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { inject } from "vitest";
import { closeDatabase, connect } from "@/db/client";
import { appDatabaseUrl } from "@/db/migrate";

/**
 * A database for one test file: a clone of the seeded demo, or of another template. `database()` opens it as the app's
 * role; `owner` is the owner's connection. Close it in `afterAll`.
 */
export async function testDatabase(template = inject("testServer").template) {
  const { ownerUrl: serverUrl, appRolePassword } = inject("testServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const server = connect(serverUrl, 1);
  await server.db.execute(sql.raw(`create database ${name} template ${template}`));

  const ownerUrl = new URL(serverUrl);
  ownerUrl.pathname = name;
  process.env.DATABASE_URL = appDatabaseUrl(ownerUrl.href, appRolePassword);
  const { db: owner, close } = connect(ownerUrl.href);
  return {
    owner,
    ownerUrl: ownerUrl.href,
    close: async () => {
      await Promise.all([close(), closeDatabase()]);
      await server.db.execute(sql.raw(`drop database ${name}`));
      await server.close();
    },
  };
}
