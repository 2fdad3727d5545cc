import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** So many letters about a task, one sent a minute after the other, straight in the table: they stand in no history. */
export function sendMany(superuser: Database, code: string, count: number): Promise<void> {
  return superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      insert into letters (receipt, kind, task_id, body, locale, sent_at, due_on)
      select 'MANY-' || t.code || '-' || n, 'suggestion', t.id, '路灯不亮', 'zh-CN',
        timestamptz '2024-05-06 09:00+08' + n * interval '1 minute', date '2024-05-27'
      from tasks t, generate_series(1, ${count}) n where t.code = ${code}`);
  });
}
