import { and, count, eq, ne, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/days";
import type { ReportingTask } from "@/lib/domain/reports";

/** What the rules of a report need to know of its task. A task not yet received starts today. */
export async function reportingTask(
  reader: Reader,
  task: Pick<typeof tasks.$inferSelect, "id" | "receivedAt" | "reportingCycle">,
  now: Date,
): Promise<ReportingTask> {
  const [children] = await reader
    .select({
      all: count(),
      open: sql<number>`count(*) filter (where ${tasks.status} <> 'completed')`.mapWith(Number),
    })
    .from(tasks)
    .where(and(eq(tasks.parentId, task.id), ne(tasks.kind, "principle")));
  return {
    hasChildren: (children?.all ?? 0) > 0,
    hasOpenChildren: (children?.open ?? 0) > 0,
    cycle: task.reportingCycle,
    startedOn: dayIn(task.receivedAt ?? now),
  };
}
