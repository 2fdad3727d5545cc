import { desc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { publishedReports } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/days";

/** A task's approved reports, newest first, released or not: for those who work on it. */
export async function approvedReports(code: string) {
  const rows = await database()
    .select({
      kind: publishedReports.kind,
      progress: publishedReports.progress,
      problems: publishedReports.problems,
      nextSteps: publishedReports.nextSteps,
      percent: publishedReports.percent,
      periodStart: publishedReports.periodStart,
      periodEnd: publishedReports.periodEnd,
      noNews: publishedReports.noNews,
      publishedAt: publishedReports.publishedAt,
      isDemo: publishedReports.isDemo,
    })
    .from(publishedReports)
    .innerJoin(tasks, eq(tasks.id, publishedReports.taskId))
    .where(eq(tasks.code, code))
    .orderBy(desc(publishedReports.publishedAt));
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedOn: dayIn(publishedAt) }));
}
