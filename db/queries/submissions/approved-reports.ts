import { desc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { saidInReport } from "@/db/queries/said-in-report";
import { releases, withdrawals } from "@/db/schema/releases";
import { publishedReports } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";

/** A task's approved reports, newest first, each with whether it is public: for those who work on it. */
export async function approvedReports(code: string) {
  const rows = await database()
    .select({
      kind: publishedReports.kind,
      ...saidInReport,
      publishedAt: publishedReports.publishedAt,
      isDemo: publishedReports.isDemo,
      disclosure: releases.disclosure,
      withdrawnAt: withdrawals.withdrawnAt,
    })
    .from(publishedReports)
    .innerJoin(tasks, eq(tasks.id, publishedReports.taskId))
    .leftJoin(releases, eq(releases.submissionId, publishedReports.submissionId))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, publishedReports.submissionId))
    .where(eq(tasks.code, code))
    .orderBy(desc(publishedReports.sequence));
  return rows.map(({ publishedAt, disclosure, withdrawnAt, ...row }) => ({
    ...row,
    publishedOn: dayIn(publishedAt),
    release: withdrawnAt ? ("withdrawn" as const) : (disclosure ?? ("waits" as const)),
  }));
}
