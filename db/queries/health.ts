import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { installation } from "@/db/schema/installation";
import { workerLock } from "@/db/worker-lock";

/** Whether a worker holds the lock of this database. Answers when the database does; throws otherwise. */
export async function isWorkerRunning(): Promise<boolean> {
  const rows = await database().execute(sql`
    select 1 from pg_locks where locktype = 'advisory' and granted and classid = 0 and objid = ${workerLock}
      and database = (select oid from pg_database where datname = current_database())`);
  return rows.length > 0;
}

/** How many bytes this database takes. */
export async function databaseSize(): Promise<number> {
  const [row] = await database().execute<{ bytes: number }>(
    sql`select pg_database_size(current_database())::float8 as bytes`,
  );
  return row?.bytes ?? 0;
}

/** Whether this database holds the demo, and its clock's shift; undefined before it is seeded. */
export async function loadInstallation() {
  const [row] = await database().select().from(installation);
  return row;
}
