import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema/people";

type Values = {
  [Column in keyof typeof users.$inferInsert]?: (typeof users.$inferInsert)[Column] | SQL;
};

/** Puts accounts into a state, straight in the database as its superuser: no rule of ours stands between test and state. */
export function setAccounts(superuser: Database, values: Values, where?: SQL): Promise<void> {
  return superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.update(users).set(values).where(where);
  });
}
