import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import { connect, type Database } from "./client";
import { grantAccess, type Roles } from "./grants";

/** A later version has migrated this database: what it holds is unknown here. */
export class NewerDatabase extends Error {}

const quiet = new Logger(() => () => {});

/**
 * Brings the database of `ownerUrl` and its job queue up to date, as its owner, and grants the roles what they may do there.
 * The roles are made before (scripts/postgres/roles.mjs); throws when one is missing or could do more than it should, and a
 * NewerDatabase before it touches one.
 */
export async function migrateDatabase(ownerUrl: string, roles: Roles): Promise<void> {
  const { db, close } = connect(ownerUrl, 1);
  try {
    const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
    await refuseNewer(db, migrationsFolder);
    await runMigrations({ connectionString: ownerUrl, logger: quiet });
    await migrate(db, { migrationsFolder });
    await grantAccess(db, roles);
  } finally {
    await close();
  }
}

async function refuseNewer(db: Database, migrationsFolder: string): Promise<void> {
  const table = "drizzle.__drizzle_migrations";
  const [found] = await db.execute(sql`select to_regclass(${table}) as made`);
  if (!found?.made) return;
  const newest = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
  const later = await db.execute(
    sql`select 1 from ${sql.raw(table)} where created_at > ${newest} limit 1`,
  );
  if (later.length > 0) throw new NewerDatabase();
}

/** The URL by which a login role reaches the database of `ownerUrl`. */
export function roleUrl(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}
