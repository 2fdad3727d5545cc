import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { outbox } from "@/db/schema/notifications";
import type { AuditEvent } from "@/lib/domain/audit/audit-events";
import { isAnnounced } from "@/lib/domain/notifications/announcements";
import type { Actor } from "@/lib/domain/people/roles";
import { type EventSubject, eventRow } from "./event-row";
import { queueAnnouncement } from "./job-queue";

/**
 * Writes one event of the history in the transaction of the change: if it cannot be written, nothing is. `now` is the
 * app's clock; `request` needs saying only where nobody is signed in. What others must hear of goes into the outbox with
 * it, so that nothing is told before the commit and nothing forgotten after it.
 */
export async function recordEvent(
  tx: Transaction,
  actor: Actor | null,
  event: AuditEvent,
  subject: EventSubject,
  now: Date,
  request = actor?.request ?? { id: "", ip: null },
): Promise<void> {
  const [recorded] = await tx
    .insert(auditEvents)
    .values(eventRow(actor, event, subject, now, request))
    .returning({ id: auditEvents.id });
  if (recorded && isAnnounced(event, subject.task?.code ?? null)) await post(tx, recorded.id, now);
}

async function post(tx: Transaction, eventId: string, now: Date) {
  const [posted] = await tx
    .insert(outbox)
    .values({ eventId, createdAt: now })
    .returning({ id: outbox.id });
  if (posted) await queueAnnouncement(tx, posted.id);
}
