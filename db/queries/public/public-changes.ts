import { and, asc, eq, lt, type SQL } from "drizzle-orm";
import { database } from "@/db/client";
import { unitsOn } from "@/db/queries/people/units";
import { plans } from "@/db/schema/plans";
import { releases } from "@/db/schema/releases";
import { tasks } from "@/db/schema/tasks";
import { taskVersions } from "@/db/schema/versions";
import { type Day, dayIn, endOfDay } from "@/lib/domain/calendar/days";
import { groupBy } from "@/lib/domain/group-by";
import {
  type ChangeWhat,
  changesBetween,
  heldUntilReleased,
  type PublicChange,
} from "@/lib/domain/public/public-changes";
import { concerns } from "@/lib/domain/public/public-match";
import { publicTasks } from "./public";
import { type PlacedChange, releasedChanges, releasedReasons } from "./released-changes";

type Filter = { since?: Day; code?: string; planSlug?: string; unitCode?: string };

/**
 * What happened to public tasks until the end of a day, newest first: of one task, of a plan, of what a unit leads or
 * takes part in, or of all. From `since` on, that day included.
 */
export async function publicChanges(asOf: Day, filter: Filter = {}): Promise<PublicChange[]> {
  const shown = await shownTasks(asOf, filter);
  const narrowed = and(
    filter.code === undefined ? undefined : eq(tasks.code, filter.code),
    filter.planSlug === undefined ? undefined : eq(plans.slug, filter.planSlug),
  );
  const [registered, spoken] = await Promise.all([
    registerChanges(asOf, narrowed),
    releasedChanges(asOf, narrowed),
  ]);
  return [...registered, ...spoken]
    .sort((a, b) => b.sequence - a.sequence)
    .flatMap(({ change }) => {
      const title = shown.get(change.code);
      return title === undefined || change.day < (filter.since ?? "") ? [] : [{ ...change, title }];
    });
}

/** The titles of the tasks whose changes are told, by code. */
async function shownTasks(asOf: Day, { planSlug, unitCode }: Filter): Promise<Map<string, string>> {
  const shown = await publicTasks(asOf, planSlug);
  const own =
    unitCode === undefined
      ? shown
      : shown.filter((task) => concerns(task, (each) => each === unitCode));
  return new Map(own.map(({ code, title }) => [code, title]));
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
