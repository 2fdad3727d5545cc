import { and, asc, eq, lt, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { unitsOn } from "@/db/queries/people/units";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { releases } from "@/db/schema/releases";
import { tasks } from "@/db/schema/tasks";
import { taskVersions } from "@/db/schema/versions";
import { addDays, type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import {
  type ChangeWhat,
  changesBetween,
  heldUntilReleased,
  type PublicChange,
} from "@/lib/domain/public/public-changes";
import { publicTasks } from "./public";
import { type PlacedChange, releasedChanges, releasedReasons } from "./released-changes";

type Filter = { since?: Day; code?: string; planSlug?: string; unitCode?: string };

/**
 * What happened to public tasks until the end of a day, newest first: of one task, of a plan, of what a unit leads or
 * takes part in, or of all. From `since` on, that day included.
 */
export async function publicChanges(asOf: Day, filter: Filter = {}): Promise<PublicChange[]> {
  const narrowed = and(
    isTaskPublic(endOfDay(asOf)),
    filter.code === undefined ? undefined : eq(tasks.code, filter.code),
    filter.planSlug === undefined ? undefined : eq(plans.slug, filter.planSlug),
    filter.unitCode === undefined ? undefined : concernsUnit(filter.unitCode, asOf),
    filter.since === undefined ? undefined : hasChanged(filter.since, asOf),
  );
  const [registered, spoken] = await Promise.all([
    registerChanges(asOf, narrowed),
    releasedChanges(asOf, narrowed),
  ]);
  const told = [...registered, ...spoken]
    .filter(({ change: { day } }) => day >= (filter.since ?? ""))
    .sort((a, b) => b.sequence - a.sequence)
    .map(({ change }) => change);
  const codes = [...new Set(told.map(({ code }) => code))];
  const shown = await publicTasks(asOf, { codes });
  const titles = new Map(shown.map(({ code, title }) => [code, title]));
  return told.flatMap((change) => {
    const title = titles.get(change.code);
    return title === undefined ? [] : [{ ...change, title }];
  });
}

/** So many days back are looked at, the next only where there is not enough in the first. */
const windows = [2, 7, 30];

/** The newest changes of all public tasks until the end of a day, at most so many and none older than thirty days. */
export async function newestChanges(asOf: Day, count: number): Promise<PublicChange[]> {
  for (const days of windows) {
    const changes = await publicChanges(asOf, { since: addDays(asOf, -days) });
    if (changes.length >= count || days === windows.at(-1)) return changes.slice(0, count);
  }
  return [];
}

/** That a unit led a task or took part in it at the end of a day. */
function concernsUnit(code: string, asOf: Day): SQL {
  return sql`exists (select from (select v.lead_department_id, v.cooperating_ids from ${taskVersions} v
    where v.task_id = ${tasks.id} and v.at < ${endOfDay(asOf).toISOString()}::timestamptz order by v.sequence desc limit 1) as latest
    join ${departments} unit on unit.code = ${code}
      and (unit.id = latest.lead_department_id or unit.id = any(latest.cooperating_ids)))`;
}

/** That anything which is told of a task was written in these days: the tasks to look at, not yet what there is to tell. */
function hasChanged(since: Day, asOf: Day): SQL {
  const begins = sql`(${since}::timestamp at time zone 'Asia/Shanghai')`;
  const ends = sql`${endOfDay(asOf).toISOString()}::timestamptz`;
  const within = (table: string, at: string) =>
    sql`${tasks.id} in (select task_id from ${sql.identifier(table)} where ${sql.identifier(at)} >= ${begins} and ${sql.identifier(at)} < ${ends})`;
  return sql`(${sql.join(
    [
      within("task_versions", "at"),
      within("releases", "released_at"),
      within("withdrawals", "withdrawn_at"),
      within("due_moves", "moved_at"),
    ],
    sql` or `,
  )})`;
}

/** What the register tells, from one version to the next. */
async function registerChanges(asOf: Day, where?: SQL): Promise<PlacedChange[]> {
  const [rows, units, reasons] = await Promise.all([
    selectVersions(asOf, where),
    unitsOn(asOf),
    releasedReasons(asOf, where),
  ]);
  const nameOf = (id: string | null) => units.get(id ?? "")?.name ?? null;
  const versions = rows.map(({ releasedAt, releaseSequence, ...row }) => ({
    ...row,
    lead: nameOf(row.leadId),
    release: releasedAt && { at: releasedAt, sequence: releaseSequence ?? 0 },
  }));
  return [...groupBy(versions, ({ code }) => code).values()].flatMap((all) => {
    const own = heldUntilReleased(all);
    return own.flatMap((version, index) => {
      const { code, title, plan, isDemo } = version;
      const about = { at: version.at.toISOString(), day: dayIn(version.at), code, title, plan };
      return changesBetween(own[index - 1] ?? null, version).map(
        (change): PlacedChange => ({
          sequence: version.sequence,
          change: {
            ...about,
            isDemo,
            ...withReason(change, reasons.get(version.submissionId ?? "")),
          },
        }),
      );
    });
  });
}

function withReason(change: ChangeWhat, reason: string | undefined): ChangeWhat {
  return reason !== undefined && "reason" in change ? { ...change, reason } : change;
}

function selectVersions(asOf: Day, where?: SQL) {
  const releasedBy = lt(releases.releasedAt, endOfDay(asOf));
  return database()
    .select({
      code: tasks.code,
      title: tasks.title,
      plan: plans.slug,
      at: taskVersions.at,
      sequence: taskVersions.sequence,
      submissionId: taskVersions.submissionId,
      status: taskVersions.status,
      leadId: taskVersions.leadDepartmentId,
      struckOffOn: taskVersions.struckOffOn,
      isDemo: taskVersions.isDemo,
      releasedAt: releases.releasedAt,
      releaseSequence: releases.sequence,
    })
    .from(taskVersions)
    .leftJoin(releases, and(eq(releases.submissionId, taskVersions.submissionId), releasedBy))
    .innerJoin(tasks, eq(tasks.id, taskVersions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(lt(taskVersions.at, endOfDay(asOf)), where))
    .orderBy(asc(taskVersions.sequence));
}
