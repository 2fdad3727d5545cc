import { eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import {
  queueAnnouncement,
  queueMail,
  queueReading,
  queueReminders,
} from "@/db/mutations/job-queue";
import { imports } from "@/db/schema/imports";
import { mails, outbox } from "@/db/schema/notifications";

/**
 * Takes up what an earlier worker left, however it ended: jobs that it held, what was never announced, mail never sent,
 * documents half read, and the reminders of the time between. Only the worker that holds the lock may ask for it.
 */
export function recoverJobs(now: Date): Promise<void> {
  return database().transaction(async (tx) => {
    await tx.execute(
      sql`select graphile_worker.force_unlock_workers(array(
        select locked_by from graphile_worker._private_jobs union select locked_by from graphile_worker._private_job_queues))`,
    );
    const unannounced = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(isNull(outbox.announcedAt));
    for (const { id } of unannounced) await queueAnnouncement(tx, id);
    const unsent = await tx
      .selectDistinct({ userId: mails.userId })
      .from(mails)
      .where(isNull(mails.sentAt));
    await queueMail(
      tx,
      unsent.map(({ userId }) => userId),
      now,
    );
    const unread = await tx
      .select({ id: imports.id })
      .from(imports)
      .where(eq(imports.state, "reading"));
    for (const { id } of unread) await queueReading(tx, id);
    await queueReminders(tx);
  });
}
