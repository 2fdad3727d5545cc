import canonicalize from "canonicalize";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import type { AuditEntry, AuditEvent } from "@/lib/domain/audit-events";
import { insertAll } from "./insert-all";

export type TaskEvent = { event: AuditEvent; task: { id: string; code: string } };

/**
 * Writes many events of the history that nobody did but the clock, in one statement, as `recordEvent` writes one. The
 * run that records them tells people itself, so nothing goes into the outbox.
 */
export function recordEvents(tx: Transaction, events: TaskEvent[], now: Date): Promise<void> {
  const rows = events.map(({ event, task }) => {
    const entry: AuditEntry = {
      at: now.toISOString(),
      actor: null,
      request: { id: "", ip: null },
      subject: { task: task.code, submissionId: null },
      event,
    };
    return {
      type: event.type,
      taskId: task.id,
      at: now,
      recordedAt: sql`clock_timestamp()`,
      transactionId: sql`pg_current_xact_id()`,
      entry: new TextEncoder().encode(canonicalize(entry)),
    };
  });
  return insertAll(tx, auditEvents, rows);
}
