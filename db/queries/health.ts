import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { workerLock } from "@/db/worker-lock";

/** Whether a worker holds the lock of this database. Answers when the database does; throws otherwise. */
export async function isWorkerRunning(): Promise<boolean> {
  const rows = await database().execute(sql`
    select 1 from pg_locks where locktype = 'advisory' and granted and classid = 0 and objid = ${workerLock}
      and database = (select oid from pg_database where datname = current_database())`);
  return rows.length > 0;
}
