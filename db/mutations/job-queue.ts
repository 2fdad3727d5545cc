import { inArray, sql } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { isMailOn } from "@/db/queries/mail";
import { users } from "@/db/schema/people";

// Jobs are queued by an SQL function of ours, so that they commit or vanish with the change that asks for them. The site may
// do no more with the queue.

/** Queues a job of lib/worker/jobs.ts by its name. Queued again under the same key while it waits, it is still one job. */
export async function queueJob(
  tx: Reader,
  name: string,
  payload: Record<string, string>,
  key: string,
): Promise<void> {
  const json = JSON.stringify(payload);
  await tx.execute(sql`select public.queue_job(${name}::text, ${json}::text::json, ${key}::text)`);
}

/** Queues the announcement of one outbox row. */
export const queueAnnouncement = (tx: Reader, outboxId: string) =>
  queueJob(tx, "announce", { outboxId }, `announce:${outboxId}`);

/** Queues a run of the reminders now. */
export const queueReminders = (tx: Reader) => queueJob(tx, "remind", {}, "remind");

/** Queues living through the days that the demo's clock was moved on by. */
export const queueDays = (tx: Reader) => queueJob(tx, "live_days", {}, "live_days");

/** Queues making the memory of how tasks stand anew, where it is stale. */
export const queueHealth = (tx: Reader) => queueJob(tx, "remember_health", {}, "remember_health");

/** Queues the reading of an imported document; it goes on from what is kept already. */
export const queueReading = (tx: Reader, importId: string) =>
  queueJob(tx, "read_import", { importId }, `import:${importId}`);

/** Queues a look for gaps (待完善) now. */
export const queueGaps = (tx: Reader) => queueJob(tx, "tell_of_gaps", {}, "tell_of_gaps");

/** Queues the mail that tells a letter's writer that it is answered. */
export const queueWriterMail = (tx: Reader, letterId: string) =>
  queueJob(tx, "mail_writer", { letterId }, `writer:${letterId}`);

/** Nobody gets two mails within this time: what they are told meanwhile is grouped into the next. */
export const mailGap = sql.raw("interval '60 minutes'");

/**
 * Queues one mail for each of these people, at once or as soon as the gap since their last is over; one that waits already
 * takes up the new notifications too. Nothing is queued without SMTP, nor for who has no address or is disabled. `now`
 * is the app's clock, which the demo shifts; the queue runs by the server's.
 */
export async function queueMail(tx: Transaction, userIds: string[], now: Date): Promise<void> {
  if (userIds.length === 0 || !(await isMailOn(tx))) return;
  await tx.execute(sql`
    select public.queue_job('mail', json_build_object('userId', person.id), person.key, queue => person.key,
      run_at => now() + least(${mailGap}, greatest(interval '0', person.last_sent + ${mailGap} - ${now.toISOString()}::timestamptz)),
      key_mode => 'preserve_run_at')
    from (
      select id, 'mail:' || id as key, (select max(sent_at) from mails where user_id = users.id) as last_sent
      from ${users}
      where ${inArray(users.id, userIds)} and email is not null and disabled_at is null
      order by id
    ) as person`);
}
