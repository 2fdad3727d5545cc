import { and, isNull, type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema/tasks";
import { addDays, type Day } from "@/lib/domain/calendar/days";

/** The day on which the completion that is in review was sent, as SQL over tasks; null where none is. */
export const completionSentOn = sql`(case when ${tasks.reportSent} ->> 'kind' = 'completion' then (${tasks.reportSent} ->> 'sentOn')::date end)`;

/** That a task's clock runs, as SQL over tasks: what is parked or closed is neither late nor near (`clockStoppedOn`). */
export const isMoving = and(
  isNull(tasks.completedOn),
  isNull(tasks.closedOn),
  isNull(tasks.suspendedOn),
);

/**
 * That the due day of a task that is not done is past, as SQL over tasks (`isOverdue` of lib/domain/calendar/deadlines.ts):
 * by the day its completion was sent while that is in review, or its extension first was; otherwise by `today`.
 */
export function isPastDue(today: Day): SQL {
  // The first condition follows from the second, and is what the index asks.
  return sql`(${tasks.dueOn} < ${today}::date
    and ${tasks.dueOn} < coalesce(${completionSentOn}, ${tasks.extensionAskedOn}, ${today}::date))`;
}

/** That a moving task is due within so many days, both ends included, and its completion was not sent yet. */
export function isDueWithin(today: Day, days: number): SQL | undefined {
  const isNear = sql`${tasks.dueOn} between ${today} and ${addDays(today, days)}`;
  return and(isMoving, sql`${completionSentOn} is null`, isNear);
}
