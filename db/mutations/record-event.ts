import canonicalize from "canonicalize";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { outbox } from "@/db/schema/notifications";
import { isAnnounced } from "@/lib/domain/announcements";
import type { AuditEntry, AuditEvent } from "@/lib/domain/audit-events";
import type { Actor } from "@/lib/domain/roles";
import { queueAnnouncement } from "./job-queue";

type EventSubject = { task?: { id: string; code: string }; submissionId?: string };

/**
 * Writes one event of the history in the transaction of the change: if it cannot be written, nothing is. The bytes are
 * canonical JSON (RFC 8785), stored as hashed later by the ledger and never canonicalised again. `now` is the app's
 * clock; `request` needs saying only where nobody is signed in. What others must hear of goes into the outbox with it,
 * so that nothing is told before the commit and nothing forgotten after it.
 */
export async function recordEvent(
  tx: Transaction,
  actor: Actor | null,
  event: AuditEvent,
  subject: EventSubject,
  now: Date,
  request = actor?.request ?? { id: "", ip: null },
): Promise<void> {
  const entry: AuditEntry = {
    at: now.toISOString(),
    actor: actor && {
      id: actor.id,
      name: actor.name,
      role: actor.role,
      unit: actor.departmentName,
    },
    request,
    subject: { task: subject.task?.code ?? null, submissionId: subject.submissionId ?? null },
    event,
  };
  const [recorded] = await tx
    .insert(auditEvents)
    .values({
      type: event.type,
      taskId: subject.task?.id,
      submissionId: subject.submissionId,
      actorId: actor?.id,
      at: now,
      recordedAt: sql`clock_timestamp()`,
      transactionId: sql`pg_current_xact_id()`,
      entry: new TextEncoder().encode(canonicalize(entry)),
    })
    .returning({ id: auditEvents.id });
  if (recorded && isAnnounced(event, entry.subject.task)) await post(tx, recorded.id, now);
}

async function post(tx: Transaction, eventId: string, now: Date) {
  const [posted] = await tx
    .insert(outbox)
    .values({ eventId, createdAt: now })
    .returning({ id: outbox.id });
  if (posted) await queueAnnouncement(tx, posted.id);
}
