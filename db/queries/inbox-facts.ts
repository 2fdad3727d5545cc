import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { plans } from "@/db/schema/plans";
import { revisions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { limitEndsOn } from "@/lib/domain/calendar/time-limits";
import { loadCalendar } from "./calendar";
import type { OpenSubmission } from "./open-submissions";
import { receivableSince } from "./receivable-since";

/** What a decision on each of these submissions would name: the revision last sent and its hash, by submission. */
export async function sentRevisions(open: readonly OpenSubmission[]) {
  const ids = open.map(({ id }) => id);
  const rows = await database()
    .selectDistinctOn([revisions.submissionId], {
      submissionId: revisions.submissionId,
      revisionId: revisions.id,
      contentHash: revisions.contentHash,
    })
    .from(revisions)
    .where(ids.length > 0 ? inArray(revisions.submissionId, ids) : sql`false`)
    .orderBy(revisions.submissionId, desc(revisions.number));
  return new Map(rows.map(({ submissionId, ...sent }) => [submissionId, sent]));
}

/** The last day to receive (签收) each of these tasks that waits for it, by code. */
export async function receiptDays(codes: readonly string[]): Promise<Map<string, Day>> {
  const reader = database();
  const [calendar, rows] = await Promise.all([
    loadCalendar(reader),
    reader
      .select({ code: tasks.code, since: receivableSince, workdays: plans.receiptWorkdays })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(and(eq(tasks.status, "assigned"), inArray(tasks.code, [...codes]))),
  ]);
  return new Map(
    rows.flatMap(({ code, since, workdays }) =>
      since ? [[code, limitEndsOn(since, workdays, calendar)] as const] : [],
    ),
  );
}
