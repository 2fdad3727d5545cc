import { and, eq, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";

/** What is kept of how a task stands on a day, to join with tasks: one row for each. */
export function keptOn(day: Day): SQL | undefined {
  const isUntil = or(isNull(taskHealth.until), gt(taskHealth.until, day));
  return and(eq(taskHealth.taskId, tasks.id), lte(taskHealth.from, day), isUntil);
}
