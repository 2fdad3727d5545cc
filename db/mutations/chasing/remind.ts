import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { queueMail } from "@/db/mutations/job-queue";
import { lastReminded, sentReminders } from "@/db/queries/chasing/reminder-facts";
import { reminders } from "@/db/schema/notifications";
import { type DueReminder, digestsOf, remindersDue } from "@/lib/domain/chasing/reminders";
import { raiseEscalations } from "./escalations";
import { updateLightNotices } from "./light-notices";
import { batchesOf, type NewNotification, notify } from "./run";

/**
 * The hourly run: the escalation, 督办单, and grouped reminders, all in one transaction with their events. Run again at once
 * it finds nothing to do; of two runs the second waits and then finds nothing either; of one that breaks off nothing is left, and
 * the next does it all. It reads the tasks in parts, and keeps of each only what is to be told: one message and one mail a
 * person, whatever part it comes from.
 */
export function remindEverybody(now: Date, batchSize?: number): Promise<void> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('remind', 0))`);
    const lastAt = await lastReminded(tx);
    const mailed = new Set<string>();
    const due: DueReminder[] = [];
    const tell = (notices: readonly NewNotification[]) => {
      for (const { userId, byMail } of notices) if (byMail !== false) mailed.add(userId);
    };
    for await (const batch of batchesOf(tx, now, batchSize)) {
      const log = { sent: await sentReminders(tx, batch.isOf), lastAt };
      due.push(...remindersDue(batch.obligations, batch.staff, log, now, batch.calendar));
      tell(await raiseEscalations(batch));
      tell(await updateLightNotices(batch));
    }
    tell(await sendDigests(tx, due, now));
    await queueMail(tx, [...mailed], now);
  });
}

/** Sends what is due: one message a person, and a line of the log for each thing in it. Returns what was told. */
async function sendDigests(
  tx: Transaction,
  due: readonly DueReminder[],
  now: Date,
): Promise<NewNotification[]> {
  const digests = digestsOf(due).map((digest) => ({ ...digest, id: randomUUID() }));
  const notices = digests.map(({ id, userId, taskId, byMail, params }) => ({
    id,
    userId,
    taskId,
    byMail,
    sentence: "reminder_digest" as const,
    params,
  }));
  await notify(tx, notices, now);
  const lines = digests.flatMap(({ id, items }) =>
    items.map((item) => ({ ...item, notificationId: id, createdAt: now })),
  );
  await bulkInsert(tx, reminders, lines);
  return notices;
}
