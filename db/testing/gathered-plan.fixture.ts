import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** Puts every task of the seed's copies into one plan, straight in the table: it is many times as long. */
export function gatherIn(superuser: Database, slug: string): Promise<void> {
  return superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update tasks set plan_id = (select id from plans where slug = ${slug})
      where plan_id in (select id from plans where slug like ${`${slug}-%`})`);
  });
}
