import canonicalize from "canonicalize";
import { sql } from "drizzle-orm";
import type { AuditEntry, AuditEvent } from "@/lib/domain/audit/audit-events";
import type { Actor } from "@/lib/domain/people/roles";

export type EventSubject = { task?: { id: string; code: string }; submissionId?: string };

/**
 * One event of the history as its row. The bytes are canonical JSON (RFC 8785), stored as hashed later by the ledger and
 * never canonicalised again; what nobody did was done by the clock.
 */
export function eventRow(
  actor: Actor | null,
  event: AuditEvent,
  { task, submissionId }: EventSubject,
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
    at: now,
    recordedAt: sql`clock_timestamp()`,
    transactionId: sql`pg_current_xact_id()`,
    entry: new TextEncoder().encode(canonicalize(entry)),
  };
}
