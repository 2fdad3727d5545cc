import { and, desc, eq, gte, isNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { plans } from "@/db/schema/plans";
import { releases, withdrawals } from "@/db/schema/releases";
import { publishedReports, revisions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { planVersions, taskVersions } from "@/db/schema/versions";
import type { Day } from "@/lib/domain/calendar/days";
import type { Period } from "@/lib/domain/calendar/periods";

const parents = alias(tasks, "parents");
/** The end of a day of the list below in Asia/Shanghai. */
const ends = sql<Date>`((days.day + 1)::timestamp at time zone 'Asia/Shanghai')`;

/**
 * The facts of every task on each of these days: its register as it stood at the end of the day, and what its released
 * reports said by then. A report that is approved and not released counts as made, but says nothing. One query.
 */
export function selectPublicFacts(reader: Reader, days: readonly Day[], planSlug?: string) {
  const list = sql.join(
    days.map((day) => sql`${day}`),
    sql`, `,
  );
  const version = versionThen(reader);
  const thresholds = thresholdsThen(reader);
  const released = releasedThen(reader);
  const made = periodsThen(reader);
  return reader
    .select({
      day: sql<Day>`days.day::text`,
      code: tasks.code,
      parentCode: parents.code,
      splitById: tasks.splitById,
      kind: tasks.kind,
      windowStart: tasks.windowStart,
      status: version.status,
      receivedAt: version.receivedAt,
      completedOn: version.completedOn,
      reportSent: version.reportSent,
      suspendedOn: version.suspendedOn,
      closedOn: version.closedOn,
      dueOn: version.dueOn,
      stops: version.stops,
      cycle: version.cycle,
      reportDay: version.reportDay,
      isDemo: version.isDemo,
      dueSoonDays: thresholds.dueSoonDays,
      behindPoints: thresholds.behindPoints,
      farBehindPoints: thresholds.farBehindPoints,
      percent: released.percent,
      lastAt: released.lastAt,
      anyDemo: released.anyDemo,
      evidenceCount: released.evidenceCount,
      reported: made.reported,
    })
    .from(sql`unnest(array[${list}]::date[]) as days(day)`)
    .innerJoin(tasks, sql`true`)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoinLateral(version, sql`true`)
    .innerJoinLateral(thresholds, sql`true`)
    .innerJoinLateral(released, sql`true`)
    .innerJoinLateral(made, sql`true`)
    .leftJoin(parents, eq(parents.id, tasks.parentId))
    .where(and(isTaskPublic(ends), planSlug === undefined ? undefined : eq(plans.slug, planSlug)));
}

function versionThen(reader: Reader) {
  return reader
    .select()
    .from(taskVersions)
    .where(and(eq(taskVersions.taskId, tasks.id), lt(taskVersions.at, ends)))
    .orderBy(desc(taskVersions.sequence))
    .limit(1)
    .as("version");
}

function thresholdsThen(reader: Reader) {
  return reader
    .select()
    .from(planVersions)
    .where(and(eq(planVersions.planId, tasks.planId), lt(planVersions.at, ends)))
    .orderBy(desc(planVersions.sequence))
    .limit(1)
    .as("thresholds");
}

function releasedThen(reader: Reader) {
  const { percent, sequence, isDemo } = publishedReports;
  return reader
    .select({
      // A report without a percentage takes nothing back: the last declared one stands.
      percent: sql<
        number | null
      >`(array_agg(${percent} order by ${sequence} desc) filter (where ${percent} is not null))[1]`.as(
        "last_percent",
      ),
      lastAt: sql`(array_agg(${releases.releasedAt} order by ${releases.sequence} desc))[1]`
        .mapWith(releases.releasedAt)
        .as("last_at"),
      anyDemo: sql<boolean>`bool_or(${isDemo})`.as("any_demo"),
      evidenceCount: sql`coalesce(sum(jsonb_array_length(${revisions.evidence})), 0)`
        .mapWith(Number)
        .as("evidence_count"),
    })
    .from(publishedReports)
    .innerJoin(releases, eq(releases.submissionId, publishedReports.submissionId))
    .innerJoin(revisions, eq(revisions.id, publishedReports.revisionId))
    .leftJoin(withdrawals, eq(withdrawals.submissionId, publishedReports.submissionId))
    .where(
      and(
        eq(publishedReports.taskId, tasks.id),
        eq(releases.disclosure, "public"),
        lt(releases.releasedAt, ends),
        or(isNull(withdrawals.withdrawnAt), gte(withdrawals.withdrawnAt, ends)),
      ),
    )
    .as("released");
}

function periodsThen(reader: Reader) {
  const { periodStart, periodEnd, taskId, publishedAt } = publishedReports;
  const period = sql`jsonb_build_object('start', ${periodStart}, 'end', ${periodEnd})`;
  return reader
    .select({ reported: sql<Period[]>`coalesce(jsonb_agg(${period}), '[]')`.as("reported") })
    .from(publishedReports)
    .where(and(eq(taskId, tasks.id), lt(publishedAt, ends)))
    .as("made");
}
