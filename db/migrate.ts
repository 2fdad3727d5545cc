import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import { connect, type Database } from "./client";

const appRole = "taizhang_app";

/** A later version has migrated this database: what it holds is unknown here. */
export class NewerDatabase extends Error {}

/**
 * Brings the database of `ownerUrl` and its job queue up to date, and makes the login role of the app with `appPassword`.
 * An owner who may not create roles finds the role made, with that password; throws when it is not,
 * and a NewerDatabase before it touches one.
 */
export async function migrateDatabase(ownerUrl: string, appPassword: string): Promise<void> {
  const { db, close } = connect(ownerUrl, 1);
  try {
    const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
    await refuseNewer(db, migrationsFolder);
    await makeAppRole(db, appPassword);
    await migrate(db, { migrationsFolder });
  } finally {
    await close();
  }
  await installJobQueue(ownerUrl, appRole);
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

/** The URL by which the app's own role reaches the same database. */
export function appDatabaseUrl(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = encodeURIComponent(appPassword);
  return url.href;
}

async function makeAppRole(db: Database, password: string): Promise<void> {
  // Statements of this kind take no parameters, so the server itself quotes the password.
  const [quoted] = await db.execute<{ literal: string }>(
    sql`select quote_literal(${password}) as literal`,
  );
  const [role] = await db.execute(sql`select 1 from pg_roles where rolname = ${appRole}`);
  const [may] = await db.execute(
    sql`select 1 from pg_roles where rolname = current_user and (rolcreaterole or rolsuper)`,
  );
  if (role && !may) return;
  const verb = role ? "alter" : "create";
  await db.execute(sql.raw(`${verb} role ${appRole} login password ${quoted?.literal}`));
}

const quiet = new Logger(() => () => {});

/**
 * Installs the job queue's own schema as the owner, and lets `role` queue and run jobs without owning anything. Its tables
 * have row level security on and no policy, so the role needs one besides the grants.
 */
async function installJobQueue(ownerUrl: string, role: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet });
  const { db, close } = connect(ownerUrl, 1);
  try {
    await db.execute(
      sql.raw(`
      do $$
      declare name text;
      begin
        grant usage on schema graphile_worker to ${role};
        grant select on graphile_worker.migrations to ${role};
        foreach name in array array['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'] loop
          execute format('grant select, insert, update, delete on graphile_worker.%I to ${role}', name);
          if not exists (select 1 from pg_policies where schemaname = 'graphile_worker' and tablename = name) then
            execute format('create policy app on graphile_worker.%I to ${role} using (true) with check (true)', name);
          end if;
        end loop;
      end $$`),
    );
  } finally {
    await close();
  }
}
