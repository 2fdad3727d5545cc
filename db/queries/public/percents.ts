import { and, asc, eq, gt, inArray, lte } from "drizzle-orm";
import { database } from "@/db/client";
import { lasts, taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";

/** The percentages that everybody was shown of these tasks between two days, by code: each with the day from which on, the first with the earlier day. */
export async function publicPercents(codes: readonly string[], from: Day, to: Day) {
  const rows = await database()
    .select({ code: tasks.code, day: taskHealth.from, percent: taskHealth.publicPercent })
    .from(tasks)
    .innerJoin(taskHealth, eq(taskHealth.taskId, tasks.id))
    .where(
      and(
        inArray(tasks.code, [...codes]),
        lte(taskHealth.from, to),
        gt(lasts(taskHealth.until), from),
      ),
    )
    .orderBy(asc(taskHealth.from));
  const shown = rows.map(({ day, ...row }) => ({ ...row, day: day < from ? from : day }));
  return groupBy(shown, ({ code }) => code);
}
