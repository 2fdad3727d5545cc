import {
  and,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  lt,
  notLike,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { database } from "@/db/client";
import { readableSubmissions } from "@/db/queries/submissions/submission-state";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { auditEvents } from "@/db/schema/audit";
import { users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import type { AuditEventType, HistoryEntry, TaskChange } from "@/lib/domain/audit/audit-events";
import { auditEventTypes } from "@/lib/domain/audit/event-types";
import { type LogEntry, withoutBusinessText } from "@/lib/domain/audit/log-entries";
import type { LogFilters } from "@/lib/domain/audit/log-filters";
import { addDays, endOfDay } from "@/lib/domain/calendar/days";
import { escalationLevels } from "@/lib/domain/chasing/reminder-policy";
import { pageAt } from "@/lib/domain/paging";
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
 * A task's history (操作留痕), oldest first, or a page of it, counted from its end. Empty for whoever may not see the task; what
 * happened to a submission or its evidence is told to those who may read that submission, and of a leader's 批示 to those who may read any.
 */
export async function taskHistory(
  actor: Actor,
  code: string,
  page?: { limit: number; offset: number },
): Promise<HistoryEntry[]> {
  const isTold = await toldOf(actor, code);
  const newestFirst = database()
    .select(columns)
    .from(auditEvents)
    .innerJoin(tasks, eq(tasks.id, auditEvents.taskId))
    .where(isTold)
    .orderBy(desc(auditEvents.sequence))
    .$dynamic();
  const rows = await (page ? newestFirst.limit(page.limit).offset(page.offset) : newestFirst);
  return rows.map(decode).reverse();
}

/** A page of that history, the end of it first, and how many entries there are in all. */
export async function historyPage(actor: Actor, code: string, asked: unknown) {
  const [found] = await database()
    .select({ count: count() })
    .from(auditEvents)
    .innerJoin(tasks, eq(tasks.id, auditEvents.taskId))
    .where(await toldOf(actor, code));
  const { page, pages, ...place } = pageAt(found?.count ?? 0, asked);
  return { page, pages, count: found?.count ?? 0, history: await taskHistory(actor, code, place) };
}

/** What this person is told of a task's history, as SQL over events and tasks. */
async function toldOf(actor: Actor, code: string): Promise<SQL | undefined> {
  const readable = await readableSubmissions(actor, code);
  const { type, submissionId } = auditEvents;
  return and(
    eq(tasks.code, code),
    visibleTo(actor),
    isFor(actor.role, "instruction.read") ? undefined : notLike(type, "instruction.%"),
    or(
      and(notLike(type, "submission.%"), notLike(type, "evidence.%")),
      inArray(submissionId, [...readable]),
    ),
  );
}

/** What tells a leader that something moved: an approved report, a moved deadline, a completion, something raised beyond whoever is to act. */
const leaderEvents = [
  "report.published",
  "task.due_moved",
  "task.completed",
  "escalation.raised",
] as const satisfies AuditEventType[];

/**
 * What changed since a moment in the tasks that this person may see, newest first, with the tasks by name: for a leader's
 * home. Empty for who sees no tasks.
 */
export async function changesSince(
  actor: Actor,
  since: Date,
  { limit, offset }: { limit: number; offset: number },
): Promise<TaskChange[]> {
  const rows = await database()
    .select({ ...columns, code: tasks.code, title: tasks.title })
    .from(auditEvents)
    .innerJoin(tasks, eq(tasks.id, auditEvents.taskId))
    .where(changedSince(actor, since))
    .orderBy(desc(auditEvents.sequence))
    .limit(limit)
    .offset(offset);
  return rows.map(({ code, title, ...row }) => ({ task: { code, title }, entry: decode(row) }));
}

/** How many there are. */
export async function countChangesSince(actor: Actor, since: Date): Promise<number> {
  const [row] = await database()
    .select({ count: count() })
    .from(auditEvents)
    .innerJoin(tasks, eq(tasks.id, auditEvents.taskId))
    .where(changedSince(actor, since));
  return row?.count ?? 0;
}

function changedSince(actor: Actor, since: Date): SQL | undefined {
  if (!isFor(actor.role, "instruction.write")) return sql`false`;
  const { type, at } = auditEvents;
  const isRaised = sql`(${type} <> 'escalation.raised'
    or convert_from(${auditEvents.entry}, 'UTF8')::jsonb #>> '{event,level}' <> ${escalationLevels[0]})`;
  return and(inArray(type, leaderEvents), gt(at, since), isRaised, visibleTo(actor));
}

/**
 * The log, newest first, a page at a time; `before` is the last entry's id. Whole for an auditor, without business text for
 * the audit administrator, empty for others.
 */
export async function auditLog(
  actor: Actor,
  { type, who, task, from, to, before, limit }: Partial<LogFilters> & { limit: number },
): Promise<LogEntry[]> {
  if (!can(actor, "audit.view")) return [];
  const conditions: (SQL | undefined)[] = [ofBranch(actor)];
  // The index on days begins with the type.
  if (type || from || to)
    conditions.push(inArray(auditEvents.type, type ? [type] : [...auditEventTypes]));
  if (from) conditions.push(gte(auditEvents.at, endOfDay(addDays(from, -1))));
  if (to) conditions.push(lt(auditEvents.at, endOfDay(to)));
  if (task) conditions.push(inArray(auditEvents.taskId, ofCode(task)));
  if (before) conditions.push(isBefore(before));
  const rows = await newest(and(...conditions), limit, who);
  const entries = rows.map(decode);
  return isFor(actor.role, "task.view") ? entries : entries.map(withoutBusinessText);
}

/** The newest of these entries; of the people whom a name is given for each one's newest first, as the index has them. */
async function newest(where: SQL | undefined, limit: number, who: string | undefined) {
  const { sequence } = auditEvents;
  if (!who) {
    const all = database().select(columns).from(auditEvents).where(where);
    return all.orderBy(desc(sequence)).limit(limit);
  }
  const own = database()
    .select({ ...columns, sequence })
    .from(auditEvents)
    .where(and(eq(auditEvents.actorId, users.id), where))
    .orderBy(desc(sequence))
    .limit(limit)
    .as("own");
  return database()
    .select({ id: own.id, entry: own.entry })
    .from(users)
    .crossJoinLateral(own)
    .where(namedLike(who))
    .orderBy(desc(own.sequence))
    .limit(limit);
}

/**
 * The sign-ins of one's own account since a moment, those that failed too, and what became of its password; newest first, a
 * page at a time.
 */
export async function ownSignIns(
  actor: Actor,
  { since, before, limit }: { since: Date; before?: string; limit: number },
): Promise<HistoryEntry[]> {
  const isOwn = and(eq(auditEvents.accountId, actor.id), gte(auditEvents.at, since));
  const rows = await database()
    .select(columns)
    .from(auditEvents)
    .where(before ? and(isOwn, isBefore(before)) : isOwn)
    .orderBy(desc(auditEvents.sequence))
    .limit(limit);
  return rows.map(decode);
}

/** Of the accounts in whose name or username this stands. */
function namedLike(part: string) {
  const holds = (column: typeof users.displayName | typeof users.username) =>
    sql`position(lower(${part}) in lower(${column})) > 0`;
  return or(holds(users.displayName), holds(users.username));
}

const ofCode = (code: string) =>
  database()
    .select({ id: tasks.id })
    .from(tasks)
    .where(eq(sql`lower(${tasks.code})`, code.toLowerCase()));

/** Of what was recorded before this entry. */
function isBefore(id: string): SQL {
  const from = database()
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(eq(auditEvents.id, id));
  return lt(auditEvents.sequence, from);
}
