import { and, asc, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { saidInReport } from "@/db/queries/said-in-report";
import { releases, withdrawals } from "@/db/schema/releases";
import { publishedReports, revisions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";

/**
 * A task's reports that were released by the end of a day, newest first, numbered from the first. Words that have been
 * withdrawn since are gone on every day; a withdrawal by that day is told with its reason.
 */
export async function publicReports(code: string, asOf: Day) {
  const ends = endOfDay(asOf);
  const rows = await database()
    .select({
      kind: publishedReports.kind,
      ...saidInReport,
      isDemo: publishedReports.isDemo,
      releasedAt: releases.releasedAt,
      evidenceCount: sql`jsonb_array_length(${revisions.evidence})`.mapWith(Number),
      withdrawnAt: withdrawals.withdrawnAt,
      withdrawalReason: withdrawals.reason,
    })
    .from(publishedReports)
    .innerJoin(tasks, eq(tasks.id, publishedReports.taskId))
    .innerJoin(revisions, eq(revisions.id, publishedReports.revisionId))
    .innerJoin(releases, eq(releases.submissionId, publishedReports.submissionId))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, publishedReports.submissionId))
    .where(
      and(eq(tasks.code, code), eq(releases.disclosure, "public"), lt(releases.releasedAt, ends)),
    )
    .orderBy(asc(publishedReports.sequence));
  return rows
    .map(({ releasedAt, withdrawnAt, withdrawalReason, ...row }, index) => ({
      ...row,
      ...(withdrawnAt && { progress: null, problems: null, nextSteps: null }),
      number: index + 1,
      publishedOn: dayIn(releasedAt),
      withdrawal:
        withdrawnAt && withdrawnAt < ends
          ? { on: dayIn(withdrawnAt), reason: withdrawalReason ?? "" }
          : null,
    }))
    .reverse();
}
export type PublicReport = Awaited<ReturnType<typeof publicReports>>[number];

/**
 * A task's reports that were approved by the end of a day and not public: disclosed on request, withheld with the legal
 * ground, or (null) waiting for the release check. Of their words nothing. Newest first.
 */
export async function undisclosedReports(code: string, asOf: Day) {
  const ends = endOfDay(asOf);
  const rows = await database()
    .select({
      publishedAt: publishedReports.publishedAt,
      disclosure: releases.disclosure,
      ground: releases.ground,
    })
    .from(publishedReports)
    .innerJoin(tasks, eq(tasks.id, publishedReports.taskId))
    .leftJoin(
      releases,
      and(eq(releases.submissionId, publishedReports.submissionId), lt(releases.releasedAt, ends)),
    )
    .where(
      and(
        eq(tasks.code, code),
        lt(publishedReports.publishedAt, ends),
        or(isNull(releases.disclosure), ne(releases.disclosure, "public")),
      ),
    )
    .orderBy(asc(publishedReports.sequence));
  return rows
    .map(({ publishedAt, ...row }) => ({
      ...row,
      approvedAt: publishedAt.toISOString(),
      approvedOn: dayIn(publishedAt),
    }))
    .reverse();
}
