import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { queueMail } from "@/db/mutations/job-queue";
import { reminderLog } from "@/db/queries/chasing/reminder-facts";
import { reminders } from "@/db/schema/notifications";
import { digestsOf } from "@/lib/domain/chasing/reminders";
import { raiseEscalations } from "./escalations";
import { updateLightNotices } from "./light-notices";
import { type NewNotification, notify, prepareRun, type Run } from "./run";

/**
 * The hourly run: grouped reminders, the escalation, and 督办单, all in one transaction with their events. Run again at once
 * it finds nothing to do; of two runs the second waits and then finds nothing either. A constant number of queries,
 * however many tasks.
 */
export function remindEverybody(now: Date): Promise<void> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('remind', 0))`);
    const run = await prepareRun(tx, now);
    const notices = [
      ...(await sendDigests(run)),
      ...(await raiseEscalations(run)),
      ...(await updateLightNotices(run)),
    ];
    const mailed = notices.filter(({ byMail }) => byMail !== false);
    await queueMail(tx, [...new Set(mailed.map(({ userId }) => userId))], now);
  });
}

/** Sends what is due: one message a person, and a line of the log for each thing in it. Returns what was told. */
async function sendDigests({
  tx,
  now,
  calendar,
  staff,
  obligations,
}: Run): Promise<NewNotification[]> {
  const log = await reminderLog(tx);
  const digests = digestsOf(obligations, staff, log, now, calendar).map((digest) => ({
    ...digest,
    id: randomUUID(),
  }));
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
