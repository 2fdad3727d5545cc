import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import type { AuditEvent } from "@/lib/domain/audit/audit-events";
import { eventRow } from "./event-row";
import { insertAll } from "./insert-all";

export type TaskEvent = { event: AuditEvent; task: { id: string; code: string } };

/**
 * Writes many events of the history that nobody did but the clock, in one statement, as `recordEvent` writes one. The
 * run that records them tells people itself, so nothing goes into the outbox.
 */
export function recordEvents(tx: Transaction, events: TaskEvent[], now: Date): Promise<void> {
  const rows = events.map(({ event, task }) =>
    eventRow(null, event, { task }, now, { id: "", ip: null }),
  );
  return insertAll(tx, auditEvents, rows);
}
