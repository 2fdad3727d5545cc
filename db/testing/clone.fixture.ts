import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { inject } from "vitest";
import { connect } from "@/db/client";
import { roleUrl } from "@/db/migrate";
import { createTestDatabase, databaseUrlOf, ownerUrlOf } from "@/scripts/test/server.mjs";

/** Clones a template under a name of its own, by default the seeded demo: who reaches it by which address. */
export async function cloneDatabase(template = inject("testServer").template) {
  const server = inject("testServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await createTestDatabase(server.superUrl, name, template);
  const ownerUrl = ownerUrlOf(server.superUrl, name);
  return {
    name,
    superUrl: databaseUrlOf(server.superUrl, name),
    ownerUrl,
    appUrl: roleUrl(ownerUrl, server.appRole, server.appRolePassword),
    workerUrl: roleUrl(ownerUrl, server.workerRole, server.workerRolePassword),
    drop: async () => {
      const maintenance = connect(server.superUrl, 1);
      await maintenance.db.execute(sql.raw(`drop database ${name}`));
      await maintenance.close();
    },
  };
}
