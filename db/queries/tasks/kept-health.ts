import { and, eq, gt, lte, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { lasts, taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";

type Lasting = Record<"from" | "until", AnyPgColumn>;
type Kept = Lasting & Record<"taskId", AnyPgColumn>;
type Shown = Kept & Record<"publicFrom", AnyPgColumn>;

/** What is kept of how tasks stand on a day, by itself: one row for each task there is. */
export function keptThen(day: Day | SQL, kept: Lasting = taskHealth): SQL | undefined {
  return and(lte(kept.from, day), gt(lasts(kept.until), day));
}

/** The same to join with tasks. `kept` is the table, or an alias of it. */
export function keptOn(day: Day | SQL, kept: Kept = taskHealth): SQL | undefined {
  return and(eq(kept.taskId, tasks.id), keptThen(day, kept));
}

/** The same of what everybody saw at the end of a day, by itself: it says all that lists of public tasks ask. */
export function shownOn(day: Day, kept: Shown = taskHealth): SQL | undefined {
  return and(keptThen(day, kept), lte(kept.publicFrom, day));
}
