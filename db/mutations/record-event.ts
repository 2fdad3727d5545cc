import canonicalize from "canonicalize";
import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { outbox } from "@/db/schema/notifications";
import type { AuditEntry, AuditEvent } from "@/lib/domain/audit/audit-events";
import { movesGaps } from "@/lib/domain/gaps/gaps";
import { isAnnounced } from "@/lib/domain/notifications/announcements";
import type { Actor } from "@/lib/domain/people/roles";
import { bulkInsert } from "./bulk-insert";
import { queueAnnouncement, queueGaps } from "./job-queue";
import { settleNotifications } from "./settle-notifications";

/**
 * Writes one event of the history in the transaction of the change: if it cannot be written, nothing is. `now` is the
 * app's clock; `request` needs saying only where nobody is signed in. What others must hear of goes into the outbox with
 * it, so that nothing is told before the commit and nothing forgotten after it; messages that asked for it are settled.
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
  await settleNotifications(tx, actor, event, subject, now);
  if (recorded && isAnnounced(event, subject.task?.code ?? null)) await post(tx, recorded.id, now);
  if (!movesGaps(event.type)) return;
  const held = gapsMoved.get(tx);
  if (held) held.isMoved = true;
  else await queueGaps(tx);
}

/** Whether a gap may have come or gone in a transaction that looks when all else is done. */
const gapsMoved = new WeakMap<Transaction, { isMoved: boolean }>();

/**
 * From now on the look for gaps (待完善) that this transaction's events ask for waits for `queueGapsMoved`: everybody's is one job,
 * and whoever queues it and then waits for a task would be waited for by who has that task. A part of a transaction is told of `whole`.
 */
export function holdGaps(tx: Transaction, whole?: Transaction): void {
  gapsMoved.set(tx, (whole && gapsMoved.get(whole)) ?? { isMoved: false });
}

/** Queues the look that was held back, if there is one. */
export async function queueGapsMoved(tx: Transaction): Promise<void> {
  if (gapsMoved.get(tx)?.isMoved) await queueGaps(tx);
}

async function post(tx: Transaction, eventId: string, now: Date) {
  const [posted] = await tx
    .insert(outbox)
    .values({ eventId, createdAt: now })
    .returning({ id: outbox.id });
  if (posted) await queueAnnouncement(tx, posted.id);
}

export type TaskEvent = { event: AuditEvent; task: { id: string; code: string } };

/**
 * Writes many events of the history that nobody did but the clock, in one statement, as `recordEvent` writes one. The
 * run that records them tells people itself, so nothing goes into the outbox.
 */
export function recordEvents(tx: Transaction, events: TaskEvent[], now: Date): Promise<void> {
  const rows = events.map(({ event, task }) =>
    eventRow(null, event, { task }, now, { id: "", ip: null }),
  );
  return bulkInsert(tx, auditEvents, rows);
}

/**
 * Writes many events of what one person did at once, in few statements. They are told together by the event that `recordEvent`
 * writes of the whole, so none of them goes into the outbox.
 */
export function recordTogether(
  tx: Transaction,
  actor: Actor,
  events: { event: AuditEvent; subject?: EventSubject }[],
  now: Date,
): Promise<void> {
  const rows = events.map(({ event, subject = {} }) =>
    eventRow(actor, event, subject, now, actor.request),
  );
  return bulkInsert(tx, auditEvents, rows);
}

type EventSubject = {
  task?: { id: string; code: string };
  submissionId?: string;
  /** The account whose own history it belongs to. */
  accountId?: string;
};

/**
 * One event of the history as its row. The bytes are canonical JSON (RFC 8785), stored as they are and never canonicalised
 * again; what nobody did was done by the clock.
 */
function eventRow(
  actor: Actor | null,
  event: AuditEvent,
  { task, submissionId, accountId }: EventSubject,
  now: Date,
  request: Actor["request"],
) {
  const entry: AuditEntry = {
    at: now.toISOString(),
    actor: actor && {
      id: actor.id,
      name: actor.name,
      role: actor.role,
      unit: actor.departmentName,
    },
    request,
    subject: { task: task?.code ?? null, submissionId: submissionId ?? null },
    event,
  };
  return {
    type: event.type,
    taskId: task?.id,
    submissionId,
    actorId: actor?.id,
    accountId,
    at: now,
    entry: new TextEncoder().encode(canonicalize(entry)),
  };
}
