import { eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { awaitsAnswer } from "@/db/queries/letters/letters";
import { awaitsRelease } from "@/db/queries/releases";
import { escalations, lightNotices } from "@/db/schema/chasing";
import { letters } from "@/db/schema/letters";
import { reminders } from "@/db/schema/notifications";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Raised } from "@/lib/domain/chasing/escalation-policy";
import type { NoticeLight } from "@/lib/domain/chasing/light-notices";
import type { ReminderLog } from "@/lib/domain/chasing/reminders";
import { taskStatusesWithMatters } from "@/lib/domain/tasks/tasks";

/** Tasks on which something can be waited for, as SQL: while they are open, and for a release check or a letter closed ones too. */
export const hasMatters: SQL | undefined = or(
  inArray(tasks.status, [...taskStatusesWithMatters]),
  sql`exists (select from ${submissions} where ${submissions.taskId} = ${tasks.id} and ${awaitsRelease})`,
  sql`exists (select from ${letters} where ${letters.taskId} = ${tasks.id} and ${awaitsAnswer})`,
);

/** The log of what people were reminded of on such tasks, and when each was last reminded. */
export async function reminderLog(reader: Reader): Promise<ReminderLog> {
  const sent = await reader
    .select({
      userId: reminders.userId,
      taskId: reminders.taskId,
      matter: reminders.matter,
      rule: reminders.rule,
      occurrence: reminders.occurrence,
    })
    .from(reminders)
    .innerJoin(tasks, eq(tasks.id, reminders.taskId))
    .where(hasMatters);
  const last = await reader
    .select({
      userId: reminders.userId,
      at: sql`max(${reminders.createdAt})`.mapWith(reminders.createdAt),
    })
    .from(reminders)
    .groupBy(reminders.userId);
  return { sent, lastAt: new Map(last.map(({ userId, at }) => [userId, at])) };
}

/** The rungs that matters of such tasks have come to, by `rungKey`. */
export async function raisedRungs(reader: Reader): Promise<Map<string, Raised[]>> {
  const rows = await reader
    .select({
      taskId: escalations.taskId,
      matter: escalations.matter,
      rung: escalations.rung,
      acknowledgedAt: escalations.acknowledgedAt,
    })
    .from(escalations)
    .innerJoin(tasks, eq(tasks.id, escalations.taskId))
    .where(hasMatters);
  const raised = new Map<string, Raised[]>();
  for (const { rung, acknowledgedAt, ...subject } of rows) {
    const key = rungKey(subject);
    const before = raised.get(key) ?? [];
    raised.set(key, [...before, { rung, isAcknowledged: acknowledgedAt !== null }]);
  }
  return raised;
}

/** Two tasks can have matters of one name. */
export function rungKey({ taskId, matter }: { taskId: string; matter: string }): string {
  return `${taskId} ${matter}`;
}

/** The 督办单 that stands on a task, by the task's id; closed tasks too, for it to be lifted. */
export async function standingNotices(reader: Reader): Promise<Map<string, NoticeLight>> {
  const rows = await reader
    .select({ taskId: lightNotices.taskId, light: lightNotices.light })
    .from(lightNotices)
    .where(isNull(lightNotices.liftedOn));
  return new Map(rows.map(({ taskId, light }) => [taskId, light]));
}
