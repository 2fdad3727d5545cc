import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { plans } from "@/db/schema/plans";
import { releases, withdrawals } from "@/db/schema/releases";
import { publishedReports, revisions } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { planVersions } from "@/db/schema/versions";
import type { Day } from "@/lib/domain/calendar/days";
import type { Period } from "@/lib/domain/calendar/periods";
import type { Registered } from "@/lib/domain/public/health-spans";
import type { HealthFacts } from "@/lib/domain/tasks/health";
import { versionThen } from "./version-then";

const parents = alias(tasks, "parents");
const always = sql<Date>`'infinity'::timestamptz`;
/** The end of a day of the list below in Asia/Shanghai. */
const ends = sql<Date>`((days.day + 1)::timestamp at time zone 'Asia/Shanghai')`;

/**
 * What the health of these tasks (by id) and of those below them rests on now; of every task where none are named. What a task's
 * light and percentage depend on are the tasks below it, and no other. One query.
 */
export async function factsNow(
  reader: Reader,
  ids?: readonly string[],
): Promise<(HealthFacts & Registered & { id: string })[]> {
  const said = saidBy(reader, always);
  const rows = await reader
    .select({
      ...ofDocument,
      ...saidColumns(said),
      status: tasks.status,
      receivedAt: tasks.receivedAt,
      completedOn: tasks.completedOn,
      reportSent: tasks.reportSent,
      extensionAskedOn: tasks.extensionAskedOn,
      suspendedOn: tasks.suspendedOn,
      closedOn: tasks.closedOn,
      leadId: tasks.leadDepartmentId,
      cooperatingIds: helping,
      dueOn: tasks.dueOn,
      baselineDueOn: tasks.baselineDueOn,
      stops: tasks.stops,
      cycle: tasks.reportingCycle,
      reportDay: tasks.reportDay,
      isDemo: tasks.isDemo,
      dueSoonDays: plans.dueSoonDays,
      behindPoints: plans.behindPoints,
      farBehindPoints: plans.farBehindPoints,
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoinLateral(said, sql`true`)
    .leftJoin(parents, eq(parents.id, tasks.parentId))
    .where(ids && isWithin(tasks.id, ids));
  return rows.map(factsOf);
}

/** Tasks with one of these ids, and all below them. */
function isWithin(id: AnyPgColumn, ids: readonly string[]): SQL {
  return sql`${id} in (with recursive tree as (
    select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)
    union select below.id from tasks below join tree on below.parent_id = tree.id
  ) select id from tree)`;
}

/**
 * The same of every public task on each of these days: its register as it stood at the end of the day, and what its reports
 * said by then. `where` is over tasks and plans. One query.
 */
export async function factsOn(
  reader: Reader,
  days: readonly Day[],
  where?: SQL,
): Promise<(HealthFacts & Registered & { id: string; day: Day })[]> {
  const list = sql.join(
    days.map((day) => sql`${day}`),
    sql`, `,
  );
  const version = versionThen(reader, ends);
  const thresholds = thresholdsThen(reader);
  const said = saidBy(reader, ends);
  const rows = await reader
    .select({
      day: sql<Day>`days.day::text`,
      ...ofDocument,
      ...saidColumns(said),
      status: version.status,
      receivedAt: version.receivedAt,
      completedOn: version.completedOn,
      reportSent: version.reportSent,
      extensionAskedOn: version.extensionAskedOn,
      suspendedOn: version.suspendedOn,
      closedOn: version.closedOn,
      leadId: version.leadDepartmentId,
      cooperatingIds: version.cooperatingIds,
      dueOn: version.dueOn,
      baselineDueOn: version.baselineDueOn,
      stops: version.stops,
      cycle: version.cycle,
      reportDay: version.reportDay,
      isDemo: version.isDemo,
      dueSoonDays: thresholds.dueSoonDays,
      behindPoints: thresholds.behindPoints,
      farBehindPoints: thresholds.farBehindPoints,
    })
    .from(sql`unnest(array[${list}]::date[]) as days(day)`)
    .innerJoin(tasks, sql`true`)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoinLateral(version, sql`true`)
    .innerJoinLateral(thresholds, sql`true`)
    .innerJoinLateral(said, sql`true`)
    .leftJoin(parents, eq(parents.id, tasks.parentId))
    .where(and(isTaskPublic(ends), where));
  return rows.map(factsOf);
}

/** Who takes part in a task, in their order. */
const helping = sql<string[]>`array(select ${taskCooperators.departmentId} from ${taskCooperators}
  where ${taskCooperators.taskId} = ${tasks.id} order by ${taskCooperators.sortOrder})`;

const ofDocument = {
  id: tasks.id,
  code: tasks.code,
  parentCode: parents.code,
  splitById: tasks.splitById,
  kind: tasks.kind,
  windowStart: tasks.windowStart,
};

function thresholdsThen(reader: Reader) {
  return reader
    .select()
    .from(planVersions)
    .where(and(eq(planVersions.planId, tasks.planId), lt(planVersions.at, ends)))
    .orderBy(desc(planVersions.sequence))
    .limit(1)
    .as("thresholds");
}

/**
 * What a task's reports said by a moment: those approved, and of them those that everybody could read then. A report without a
 * percentage takes nothing back: the last declared one stands.
 */
function saidBy(reader: Reader, by: SQL<Date>) {
  const { percent, sequence, isDemo, kind, publishedAt, periodStart, periodEnd } = publishedReports;
  const { releasedAt, disclosure } = releases;
  const isReadable = sql`${disclosure} = 'public' and (${withdrawals.withdrawnAt} is null or ${withdrawals.withdrawnAt} >= ${by})`;
  const isWaiting = sql`${releases.submissionId} is null`;
  const lastPercent = (which: SQL) =>
    sql<
      number | null
    >`(array_agg(${percent} order by ${sequence} desc) filter (where ${which}))[1]`;
  return reader
    .select({
      percent: lastPercent(sql`${percent} is not null`).as("said_percent"),
      lastAt: sql<Date | null>`max(${publishedAt})`.mapWith(publishedAt).as("said_at"),
      anyDemo: sql<boolean>`coalesce(bool_or(${isDemo}), false)`.as("said_demo"),
      reported: sql<
        Period[]
      >`coalesce(jsonb_agg(jsonb_build_object('start', ${periodStart}, 'end', ${periodEnd})), '[]')`.as(
        "reported",
      ),
      releasedPercent: lastPercent(sql`${percent} is not null and ${isReadable}`).as(
        "released_percent",
      ),
      releasedLastAt: sql<Date | null>`max(${releasedAt}) filter (where ${isReadable})`
        .mapWith(releasedAt)
        .as("released_last_at"),
      releasedDemo:
        sql<boolean>`coalesce(bool_or(${isDemo}) filter (where ${isReadable}), false)`.as(
          "released_demo",
        ),
      evidenceCount:
        sql`coalesce(sum(jsonb_array_length(${revisions.evidence})) filter (where ${isReadable}), 0)`
          .mapWith(Number)
          .as("evidence_count"),
      waiting: sql`count(*) filter (where ${isWaiting})`.mapWith(Number).as("waiting_count"),
      isCompletionWaiting:
        sql<boolean>`coalesce((array_agg(${isWaiting} order by ${sequence} desc) filter (where ${kind} = 'completion'))[1], false)`.as(
          "completion_waits",
        ),
    })
    .from(publishedReports)
    .innerJoin(revisions, eq(revisions.id, publishedReports.revisionId))
    .leftJoin(
      releases,
      and(eq(releases.submissionId, publishedReports.submissionId), lt(releasedAt, by)),
    )
    .leftJoin(withdrawals, eq(withdrawals.submissionId, publishedReports.submissionId))
    .where(and(eq(publishedReports.taskId, tasks.id), lt(publishedAt, by)))
    .as("said");
}

type SaidQuery = ReturnType<typeof saidBy>;
function saidColumns(said: SaidQuery) {
  const { percent, lastAt, anyDemo, reported, waiting, isCompletionWaiting } = said;
  const { releasedPercent, releasedLastAt, releasedDemo, evidenceCount } = said;
  return {
    ...{ percent, lastAt, anyDemo, reported, waiting, isCompletionWaiting },
    ...{ releasedPercent, releasedLastAt, releasedDemo, evidenceCount },
  };
}

type SaidRow = {
  percent: number | null;
  lastAt: Date | null;
  anyDemo: boolean;
  releasedPercent: number | null;
  releasedLastAt: Date | null;
  releasedDemo: boolean;
  evidenceCount: number;
};

function factsOf<Row extends SaidRow>(row: Row) {
  const { percent, lastAt, anyDemo, ...known } = row;
  const { releasedPercent, releasedLastAt, releasedDemo, evidenceCount, ...rest } = known;
  return {
    ...rest,
    approved: { percent, lastAt, anyDemo },
    released: {
      percent: releasedPercent,
      lastAt: releasedLastAt,
      anyDemo: releasedDemo,
      evidenceCount,
    },
  };
}
