import { and, asc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { englishNames } from "@/db/queries/people/unit-names";
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
  unitsNamed,
} from "@/lib/domain/public/public-changes";
import {
  countDueSteps,
  dueSteps,
  type PlacedChange,
  releasedChanges,
  releasedReasons,
} from "./released-changes";
import { publicTitles } from "./titles";

/** What happened to these public tasks until the end of a day, newest first. */
export async function changesOfTasks(codes: readonly string[], asOf: Day): Promise<PublicChange[]> {
  return withTitles(await placedChanges(asOf, inArray(tasks.code, [...codes])), asOf);
}

/** How often due days of a plan's public tasks were moved until the end of a day, and the last so many moves, newest first. */
export async function movesOfPlan(slug: string, asOf: Day, limit: number) {
  const ofPlan = and(
    isTaskPublic(endOfDay(asOf)),
    sql`${tasks.planId} = (select own.id from ${plans} own where own.slug = ${slug})`,
  );
  const [count, last] = await Promise.all([
    countDueSteps(asOf, ofPlan),
    dueSteps(asOf, ofPlan, limit),
  ]);
  return { count, last: await withTitles(last, asOf) };
}

/** Everything that is told of the public ones of these tasks until the end of a day, newest first, under the titles that they have inside. */
export async function placedChanges(asOf: Day, ofTasks: SQL): Promise<PlacedChange[]> {
  const where = and(isTaskPublic(endOfDay(asOf)), ofTasks);
  const [registered, spoken] = await Promise.all([
    registerChanges(asOf, where),
    releasedChanges(asOf, where),
  ]);
  return [...registered, ...spoken].sort((a, b) => b.sequence - a.sequence);
}

/** These under the titles that everybody is shown on a day, with the translations of what they name. */
export async function withTitles(
  told: readonly PlacedChange[],
  asOf: Day,
): Promise<PublicChange[]> {
  const [titles, english] = await Promise.all([
    publicTitles(asOf, [...new Set(told.map(({ change }) => change.code))]),
    englishNames(told.flatMap(({ change }) => unitsNamed(change))),
  ]);
  return told.flatMap(({ change }) => {
    const title = titles.get(change.code);
    if (title === undefined) return [];
    const units = unitsNamed(change).flatMap((name) => {
      const translated = english.get(name);
      return translated ? [[name, translated] as const] : [];
    });
    return [
      { ...change, ...title, ...(units.length > 0 && { unitsEn: Object.fromEntries(units) }) },
    ];
  });
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
