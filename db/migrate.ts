import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import { connect } from "./client";
import { grantAccess, type Roles } from "./grants";

const quiet = new Logger(() => () => {});

/**
 * Brings the database of `ownerUrl` and its job queue up to date, as its owner, and grants the roles what they may do there.
 * The roles are made before (scripts/postgres/roles.mjs); throws when one is missing or could do more than it should.
 */
export async function migrateDatabase(ownerUrl: string, roles: Roles): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet });
  const { db, close } = connect(ownerUrl, 1);
  try {
    const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
    await migrate(db, { migrationsFolder });
    await grantAccess(db, roles);
  } finally {
    await close();
  }
}

/** The URL by which a login role reaches the database of `ownerUrl`. */
export function roleUrl(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}
