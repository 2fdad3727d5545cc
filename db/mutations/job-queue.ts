import { sql } from "drizzle-orm";
import type { Reader } from "@/db/client";

// Jobs are queued by the queue's own SQL functions, so that they commit or vanish with the change that asks for them.

/** Queues the telling of one outbox row. Queued again it is still one job. */
export async function queueAnnouncement(tx: Reader, outboxId: string): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job('announce', json_build_object('outboxId', ${outboxId}::text), job_key => ${`announce:${outboxId}`})`,
  );
}

/** Queues a run of the reminders now. */
export async function queueReminders(tx: Reader): Promise<void> {
  await tx.execute(sql`select graphile_worker.add_job('remind', job_key => 'remind')`);
}

/** Queues the telling of a letter's writer that it is answered. Queued again it is still one job. */
export async function queueWriterMail(tx: Reader, letterId: string): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job('mail_writer', json_build_object('letterId', ${letterId}::text), job_key => ${`writer:${letterId}`})`,
  );
}
