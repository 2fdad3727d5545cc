import { and, asc, count, desc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { namesOn } from "@/db/queries/people/unit-names";
import { letters } from "@/db/schema/letters";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { releases, withdrawals } from "@/db/schema/releases";
import { publishedReports, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { dueMoves, tasks } from "@/db/schema/tasks";
import { type Day, dayIn, daysBetween, endOfDay } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import type { ChangeWhat, PublicChange } from "@/lib/domain/public/public-changes";

const about = { code: tasks.code, title: tasks.title, plan: plans.slug };
type About = { sequence: number; code: string; title: string; plan: string; isDemo: boolean };

/** A change with its place in the order of all that is recorded, which is the order of telling. */
export type PlacedChange = { sequence: number; change: PublicChange };

/** What was said in public by the end of a day, and moves of due days: of tasks and plans that `where` names. */
export async function releasedChanges(asOf: Day, where?: SQL): Promise<PlacedChange[]> {
  const changes = await Promise.all([
    reportChanges(asOf, where),
    dueSteps(asOf, where),
    withdrawalChanges(asOf, where),
    answerChanges(asOf, where),
  ]);
  return changes.flat();
}

function stepAt(
  moment: Date,
  { sequence, code, title, plan, isDemo }: About,
  change: ChangeWhat,
): PlacedChange {
  const [at, day] = [moment.toISOString(), dayIn(moment)];
  return { sequence, change: { at, day, code, title, plan, isDemo, ...change } };
}

/** Released to everybody by the end of a day. */
const releasedBy = (asOf: Day) =>
  and(eq(releases.disclosure, "public"), lt(releases.releasedAt, endOfDay(asOf)));

async function reportChanges(asOf: Day, where?: SQL) {
  const rows = await database()
    .select({
      ...about,
      sequence: releases.sequence,
      percent: publishedReports.percent,
      releasedAt: releases.releasedAt,
      isDemo: publishedReports.isDemo,
    })
    .from(publishedReports)
    .innerJoin(tasks, eq(tasks.id, publishedReports.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(releases, eq(releases.submissionId, publishedReports.submissionId))
    .where(and(releasedBy(asOf), where))
    .orderBy(asc(publishedReports.sequence));
  return [...groupBy(rows, ({ code }) => code).values()].flatMap((own) =>
    own.map((row, index) => {
      const before = own[index - 1]?.percent ?? null;
      return stepAt(row.releasedAt, row, { type: "report", percent: row.percent, before });
    }),
  );
}

/** How often due days were moved by the end of a day, of tasks and plans that `where` names. */
export async function countDueSteps(asOf: Day, where?: SQL): Promise<number> {
  const [found] = await database()
    .select({ count: count() })
    .from(dueMoves)
    .innerJoin(tasks, eq(tasks.id, dueMoves.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(lt(dueMoves.movedAt, endOfDay(asOf)), where));
  return found?.count ?? 0;
}

/** These moves, or only the last so many, newest first. */
export async function dueSteps(asOf: Day, where?: SQL, limit?: number): Promise<PlacedChange[]> {
  const named = namesOn(database(), asOf);
  const found = database()
    .select({
      ...about,
      sequence: dueMoves.sequence,
      movedAt: dueMoves.movedAt,
      from: dueMoves.fromDueOn,
      to: dueMoves.toDueOn,
      cause: dueMoves.cause,
      unit: named.name,
      isDemo: dueMoves.isDemo,
      reason: sql<string | null>`case when ${withdrawals.submissionId} is null
        and ${releases.disclosure} = 'public' then ${dueMoves.reason} end`,
    })
    .from(dueMoves)
    .innerJoin(tasks, eq(tasks.id, dueMoves.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(departments, eq(departments.id, dueMoves.departmentId))
    .innerJoinLateral(named, sql`true`)
    .leftJoin(releases, and(eq(releases.submissionId, dueMoves.submissionId), releasedBy(asOf)))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, dueMoves.submissionId))
    .where(and(lt(dueMoves.movedAt, endOfDay(asOf)), where))
    .orderBy(desc(dueMoves.sequence))
    .$dynamic();
  const rows = await (limit === undefined ? found : found.limit(limit));
  return rows.map(({ movedAt, from, to, cause, unit, reason, ...row }) => {
    const days = daysBetween(from, to);
    return stepAt(movedAt, row, { type: "due_moved", from, to, days, cause, reason, unit });
  });
}

async function withdrawalChanges(asOf: Day, where?: SQL) {
  const rows = await database()
    .select({
      ...about,
      sequence: withdrawals.sequence,
      withdrawnAt: withdrawals.withdrawnAt,
      reason: withdrawals.reason,
      isDemo: withdrawals.isDemo,
    })
    .from(withdrawals)
    .innerJoin(tasks, eq(tasks.id, withdrawals.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(lt(withdrawals.withdrawnAt, endOfDay(asOf)), where));
  return rows.map(({ withdrawnAt, reason, ...row }) =>
    stepAt(withdrawnAt, row, { type: "withdrawn", reason }),
  );
}

async function answerChanges(asOf: Day, where?: SQL) {
  const rows = await database()
    .select({
      ...about,
      sequence: releases.sequence,
      kind: letters.kind,
      releasedAt: releases.releasedAt,
      isDemo: releases.isDemo,
    })
    .from(releases)
    .innerJoin(submissions, eq(submissions.id, releases.submissionId))
    .innerJoin(letters, eq(letters.id, submissions.letterId))
    .innerJoin(tasks, eq(tasks.id, releases.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(releasedBy(asOf), where));
  return rows.map(({ kind, releasedAt, ...row }) =>
    stepAt(releasedAt, row, { type: "answered", kind }),
  );
}

/** The reasons of adjustments that were released, by the id of what was approved. */
export async function releasedReasons(asOf: Day, where?: SQL): Promise<Map<string, string>> {
  const rows = await database()
    .select({
      id: submissions.id,
      reason: sql<string>`${revisions.content} ->> 'reason'`,
    })
    .from(releases)
    .innerJoin(submissions, eq(submissions.id, releases.submissionId))
    .innerJoin(reviewDecisions, eq(reviewDecisions.submissionId, submissions.id))
    .innerJoin(revisions, eq(revisions.id, reviewDecisions.revisionId))
    .innerJoin(tasks, eq(tasks.id, releases.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, releases.submissionId))
    .where(
      and(
        eq(submissions.kind, "adjustment"),
        eq(reviewDecisions.decision, "approve"),
        isNull(withdrawals.submissionId),
        releasedBy(asOf),
        where,
      ),
    );
  return new Map(rows.map(({ id, reason }) => [id, reason]));
}
