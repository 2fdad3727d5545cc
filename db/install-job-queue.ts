import { sql } from "drizzle-orm";
import { Logger, runMigrations } from "graphile-worker";
import { connect } from "./client";

const quiet = new Logger(() => () => {});

/**
 * Installs the job queue's own schema as the owner, and lets `role` queue and run jobs without owning anything. Its tables
 * have row level security on and no policy, so the role needs one besides the grants.
 */
export async function installJobQueue(ownerUrl: string, role: string): Promise<void> {
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
