import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { awaitsAnswer } from "@/db/queries/letters/letters";
import { awaitsRelease } from "@/db/queries/releases";
import { isTrackedTask } from "@/db/queries/tasks/acted-on";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { escalations, lightNotices } from "@/db/schema/chasing";
import { letters } from "@/db/schema/letters";
import { reminders } from "@/db/schema/notifications";
import { submissions } from "@/db/schema/submissions";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import type { Raised } from "@/lib/domain/chasing/escalation-policy";
import type { NoticeLight } from "@/lib/domain/chasing/light-notices";
import type { Reminder } from "@/lib/domain/chasing/reminders";
import { taskActs, taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";

/** Tasks on which something can be waited for, as SQL: while they are open, and for a release check or a letter closed ones too. */
export const hasObligations: SQL | undefined = or(
  inArray(tasks.status, [...taskStatusesWithObligations]),
  sql`exists (select from ${submissions} where ${submissions.taskId} = ${tasks.id} and ${awaitsRelease})`,
  sql`exists (select from ${letters} where ${letters.taskId} = ${tasks.id} and ${awaitsAnswer})`,
);

// `where` is a condition over tasks.

/** The log of what people were reminded of on such tasks. */
export function sentReminders(reader: Reader, where?: SQL): Promise<Reminder[]> {
  return reader
    .select({
      userId: reminders.userId,
      taskId: reminders.taskId,
      obligation: reminders.obligation,
      rule: reminders.rule,
      occurrence: reminders.occurrence,
    })
    .from(reminders)
    .innerJoin(tasks, eq(tasks.id, reminders.taskId))
    .where(and(hasObligations, where));
}

/** When each person last got a grouped reminder. */
export async function lastReminded(reader: Reader): Promise<Map<string, Date>> {
  const last = await reader
    .select({
      userId: reminders.userId,
      at: sql`(array_agg(${reminders.createdAt} order by ${reminders.sequence} desc))[1]`.mapWith(
        reminders.createdAt,
      ),
    })
    .from(reminders)
    .groupBy(reminders.userId);
  return new Map(last.map(({ userId, at }) => [userId, at]));
}

/** The levels that obligations of such tasks have come to, by `levelKey`. */
export async function raisedLevels(reader: Reader, where?: SQL): Promise<Map<string, Raised[]>> {
  const rows = await reader
    .select({
      taskId: escalations.taskId,
      obligation: escalations.obligation,
      level: escalations.level,
      acknowledgedAt: escalations.acknowledgedAt,
    })
    .from(escalations)
    .innerJoin(tasks, eq(tasks.id, escalations.taskId))
    .where(and(hasObligations, where));
  const raised = new Map<string, Raised[]>();
  for (const { level, acknowledgedAt, ...subject } of rows) {
    const key = levelKey(subject);
    const before = raised.get(key) ?? [];
    raised.set(key, [...before, { level, isAcknowledged: acknowledgedAt !== null }]);
  }
  return raised;
}

/**
 * That what a level is about may still be open, as SQL over escalations and tasks: whether it is, `openObligations` says. What has
 * ended is not read again, however much of it nobody took note of.
 */
export const mayBeOpen: SQL = sql`(case split_part(${escalations.obligation}, ':', 1)
  when 'due' then ${escalations.obligation} like 'due:' || coalesce(${tasks.leadDepartmentId}::text, 'null') || ':%:' || ${tasks.dueOn}
  when 'receipt' then ${tasks.status} = 'assigned'
  when 'report' then ${tasks.status} = 'active'
  when 'decision' then exists (select from ${submissions} where ${submissions.taskId} = ${tasks.id} and ${submissions.status} = 'in_review'
    and ${submissions.id}::text = split_part(${escalations.obligation}, ':', 2) and ${submissions.step}::text = split_part(${escalations.obligation}, ':', 3))
  when 'release' then exists (select from ${submissions} where ${submissions.taskId} = ${tasks.id} and ${awaitsRelease}
    and ${submissions.id}::text = split_part(${escalations.obligation}, ':', 2))
  when 'letter' then exists (select from ${letters} where ${letters.taskId} = ${tasks.id} and ${awaitsAnswer}
    and ${letters.id}::text = split_part(${escalations.obligation}, ':', 2))
  else true end)`;

/** Two tasks can have obligations of one name. */
export function levelKey({ taskId, obligation }: { taskId: string; obligation: string }): string {
  return `${taskId} ${obligation}`;
}

/** The 督办单 that stands on a task, by the task's id; closed tasks too, for it to be lifted. */
export async function noticesInForce(
  reader: Reader,
  where?: SQL,
): Promise<Map<string, NoticeLight>> {
  const rows = await reader
    .select({ taskId: lightNotices.taskId, light: lightNotices.light })
    .from(lightNotices)
    .innerJoin(tasks, eq(tasks.id, lightNotices.taskId))
    .where(and(isNull(lightNotices.liftedOn), where));
  return new Map(rows.map(({ taskId, light }) => [taskId, light]));
}

/**
 * The ids of tasks whose 督办单 may not be what `noticeMoves` has it on `today`. What is kept of a light holds the lights of the
 * parts as well: it is never better than the task's own, and may be worse where there are parts.
 */
export async function perhapsTurned(reader: Reader, today: Day, where?: SQL): Promise<string[]> {
  const isChased = and(isTrackedTask, inArray(tasks.status, [...taskActs.chase.from]));
  const turned = or(
    and(
      isChased,
      inArray(taskHealth.light, ["yellow", "red"]),
      sql`${lightNotices.light} is distinct from ${taskHealth.light}`,
    ),
    and(
      isNotNull(lightNotices.id),
      sql`(not ${isChased} or ${lightNotices.light} <> ${taskHealth.light}
        or exists (select from tasks below where below.parent_id = ${tasks.id}))`,
    ),
  );
  const rows = await reader
    .select({ id: tasks.id })
    .from(tasks)
    .innerJoin(taskHealth, keptOn(today))
    .leftJoin(lightNotices, and(eq(lightNotices.taskId, tasks.id), isNull(lightNotices.liftedOn)))
    .where(and(turned, where));
  return rows.map(({ id }) => id);
}
