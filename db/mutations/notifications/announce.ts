import { eq } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import { queueMail } from "@/db/mutations/job-queue";
import { circumstancesOf } from "@/db/queries/notifications/circumstances";
import { auditEvents } from "@/db/schema/audit";
import { notifications, outbox } from "@/db/schema/notifications";
import type { AuditEntry } from "@/lib/domain/audit/audit-events";
import { announcementsOf } from "@/lib/domain/notifications/announcements";
import { announcementParams } from "@/lib/domain/notifications/notifications";

/**
 * Tells everybody who must hear of one outbox row: one notification each, and the mail for them queued, in one
 * transaction. However often it runs, nobody is told twice; a row that is announced or gone is passed over.
 */
export function announce(outboxId: string, now: Date): Promise<void> {
  return database().transaction(async (tx) => {
    const [posted] = await tx.select().from(outbox).where(eq(outbox.id, outboxId)).for("update");
    if (!posted || posted.announcedAt) return;
    const userIds = await notify(tx, posted, now);
    await queueMail(tx, userIds, now);
    await tx.update(outbox).set({ announcedAt: now }).where(eq(outbox.id, outboxId));
  });
}

async function notify(
  tx: Transaction,
  posted: typeof outbox.$inferSelect,
  now: Date,
): Promise<string[]> {
  const [recorded] = await tx.select().from(auditEvents).where(eq(auditEvents.id, posted.eventId));
  if (!recorded) throw new Error(`The outbox row ${posted.id} has no event`);
  const entry: AuditEntry = JSON.parse(new TextDecoder().decode(recorded.entry));
  const circumstances = await circumstancesOf(tx, recorded, now);
  const announcements = announcementsOf(entry.event, entry.actor?.id ?? null, circumstances);
  if (announcements.length === 0) return [];
  const { taskId } = recorded;
  const params = announcementParams(entry);
  const shared = { taskId, params, outboxId: posted.id, createdAt: posted.createdAt };
  await tx
    .insert(notifications)
    .values(announcements.map(({ userId, sentence }) => ({ ...shared, userId, sentence })))
    .onConflictDoNothing();
  return announcements.map(({ userId }) => userId);
}
