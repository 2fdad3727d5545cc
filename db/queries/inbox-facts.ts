import { desc, inArray, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { plans } from "@/db/schema/plans";
import { revisions } from "@/db/schema/submissions";
import type { Day } from "@/lib/domain/days";
import { limitEndsOn } from "@/lib/domain/time-limits";
import { loadCalendar } from "./calendar";
import type { OpenSubmission } from "./open-submissions";
import type { WorkTask } from "./work-tasks";

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

/** The last day to receive (签收) each task that waits for it, by code. */
export async function receiptDays(tasks: readonly WorkTask[]): Promise<Map<string, Day>> {
  const reader = database();
  const [calendar, limits] = await Promise.all([
    loadCalendar(reader),
    reader.select({ slug: plans.slug, workdays: plans.receiptWorkdays }).from(plans),
  ]);
  const workdays = new Map(limits.map((limit) => [limit.slug, limit.workdays]));
  return new Map(
    tasks.flatMap(({ code, status, assignedAt, planSlug }) => {
      const limit = workdays.get(planSlug);
      if (status !== "assigned" || !assignedAt || limit === undefined) return [];
      return [[code, limitEndsOn(assignedAt, limit, calendar)] as const];
    }),
  );
}
