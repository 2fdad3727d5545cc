import { and, asc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isMoving, isPastDue } from "@/db/queries/tasks/past-due";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { lightNotices } from "@/db/schema/chasing";
import { lookMarks } from "@/db/schema/instructions";
import { departments } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { type Day, daysBetween } from "@/lib/domain/calendar/days";
import type { WorstTask } from "@/lib/domain/inbox";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import type { LightReason } from "@/lib/domain/tasks/lights";

/** Who has never looked sees the last week. */
const firstLookMs = 7 * 86_400_000;

/** The moment up to which a leader has looked, as they said; a week ago for who never said. */
export async function lookedUntil(actor: Actor, now: Date): Promise<Date> {
  const [mark] = await database().select().from(lookMarks).where(eq(lookMarks.userId, actor.id));
  return mark?.until ?? new Date(now.getTime() - firstLookMs);
}

/**
 * The worst for a leader, a page of it: what is overdue, the longest first, then what a red 督办单 stands on. Empty for
 * everybody else.
 */
export async function worstTasks(
  actor: Actor,
  today: Day,
  { limit, offset }: { limit: number; offset: number },
): Promise<WorstTask[]> {
  const rows = await database()
    .select({
      code: tasks.code,
      title: tasks.title,
      lead: departments.name,
      dueOn: tasks.dueOn,
      isDemo: tasks.isDemo,
      // What was issued says why its light turned.
      reason: sql<LightReason | null>`${lightNotices.reason}`,
      issuedOn: lightNotices.issuedOn,
    })
    .from(tasks)
    .leftJoin(departments, eq(departments.id, tasks.leadDepartmentId))
    .leftJoin(lightNotices, redNotice)
    .where(isWorst(actor, today))
    .orderBy(sql`case when ${isOverdue(today)} then ${tasks.dueOn} end nulls last`, asc(tasks.code))
    .limit(limit)
    .offset(offset);
  return rows.map(({ dueOn, ...row }) => ({
    ...row,
    dueOn,
    daysLate: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today)),
  }));
}

/** How many that list holds. */
export function countWorst(actor: Actor, today: Day): Promise<number> {
  return database().$count(tasks, isWorst(actor, today));
}

const isRed = and(eq(lightNotices.light, "red"), isNull(lightNotices.liftedOn));
/** At most one notice of a task is in force. */
const redNotice = and(eq(lightNotices.taskId, tasks.id), isRed);

function isWorst(actor: Actor, today: Day): SQL | undefined {
  if (!isFor(actor.role, "instruction.write")) return sql`false`;
  // Each found by its own index, and no other task looked at.
  const overdue = database().select({ id: tasks.id }).from(tasks).where(isOverdue(today));
  const noticed = database().select({ id: lightNotices.taskId }).from(lightNotices).where(isRed);
  return and(visibleTo(actor), inArray(tasks.id, overdue.union(noticed)));
}

/** `isOverdue` of lib/domain as SQL, of a tracked task whose clock runs: what the ledger finds under 已逾期. */
function isOverdue(today: Day): SQL | undefined {
  return and(ne(tasks.kind, "principle"), isMoving, isPastDue(today));
}
