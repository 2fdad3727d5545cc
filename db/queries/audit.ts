import { and, asc, desc, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import { database } from "@/db/client";
import { readableSubmissions } from "@/db/queries/submissions/submission-state";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { auditEvents } from "@/db/schema/audit";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { AuditEventType, HistoryEntry } from "@/lib/domain/audit/audit-events";
import { type LogEntry, withoutBusinessText } from "@/lib/domain/audit/log-entries";
import { can, isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

const columns = { id: auditEvents.id, entry: auditEvents.entry };

/** To whoever is bound to a branch only what its people did, and what was done to its tasks. */
function ofBranch({ branchIds }: Actor): SQL | undefined {
  if (branchIds === null) return undefined;
  const people = database()
    .select({ id: users.id })
    .from(users)
    .where(inArray(users.departmentId, [...branchIds]));
  const led = database()
    .select({ id: tasks.id })
    .from(tasks)
    .where(inArray(tasks.leadDepartmentId, [...branchIds]));
  return or(inArray(auditEvents.actorId, people), inArray(auditEvents.taskId, led));
}

/** An entry as it was written: read from the bytes, not from the columns beside them. */
function decode({ id, entry }: { id: string; entry: Uint8Array }): HistoryEntry {
  return { id, ...JSON.parse(new TextDecoder().decode(entry)) };
}

/**
 * A task's history (操作留痕), oldest first. Empty for whoever may not see the task; what happened to a submission or its
 * evidence is told to those who may read that submission.
 */
export async function taskHistory(actor: Actor, code: string): Promise<HistoryEntry[]> {
  const [rows, readable] = await Promise.all([
    database()
      .select(columns)
      .from(auditEvents)
      .innerJoin(tasks, eq(tasks.id, auditEvents.taskId))
      .where(and(eq(tasks.code, code), visibleTo(actor)))
      .orderBy(asc(auditEvents.sequence)),
    readableSubmissions(actor, code),
  ]);
  return rows
    .map(decode)
    .filter(
      ({ event, subject }) =>
        !/^(submission|evidence)\./.test(event.type) || readable.has(subject.submissionId ?? ""),
    );
}

/**
 * The log, newest first, a page at a time; `before` is the last entry's id. Whole for an auditor, without business text for
 * the audit administrator, empty for others.
 */
export async function auditLog(
  actor: Actor,
  { type, before, limit }: { type?: AuditEventType; before?: string; limit: number },
): Promise<LogEntry[]> {
  if (!can(actor, "audit.view")) return [];
  const conditions: (SQL | undefined)[] = [ofBranch(actor)];
  if (type) conditions.push(eq(auditEvents.type, type));
  if (before) {
    const from = database()
      .select({ sequence: auditEvents.sequence })
      .from(auditEvents)
      .where(eq(auditEvents.id, before));
    conditions.push(lt(auditEvents.sequence, from));
  }
  const rows = await database()
    .select(columns)
    .from(auditEvents)
    .where(and(...conditions))
    .orderBy(desc(auditEvents.sequence))
    .limit(limit);
  const entries = rows.map(decode);
  return isFor(actor.role, "task.view") ? entries : entries.map(withoutBusinessText);
}
