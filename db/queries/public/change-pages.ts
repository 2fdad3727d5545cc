import { and, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { type PgColumn, type PgTable, unionAll } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { releases, withdrawals } from "@/db/schema/releases";
import { taskHealth } from "@/db/schema/task-health";
import { dueMoves, tasks } from "@/db/schema/tasks";
import { taskVersions } from "@/db/schema/versions";
import { addDays, type Day, endOfDay } from "@/lib/domain/calendar/days";
import { nameOfChange, type PublicChange } from "@/lib/domain/public/public-changes";
import { placedChanges, withTitles } from "./public-changes";
import type { PlacedChange } from "./released-changes";

/** Of one task, of a plan, of what a unit leads or takes part in, or of all; from `since` on, that day included. */
export type ChangeFilter = { since?: Day; code?: string; planSlug?: string; unitCode?: string };

/** `after` is the name of the last change of the page before. */
type Part = { limit: number; after?: string | null };

/** Changes, and the name of the last of them where others come after it. */
export type ChangePage = { changes: PublicChange[]; next: string | null };

/**
 * What happened to public tasks until the end of a day, newest first: so many, and what belongs together with the last of
 * them. Null where `after` names no change. Looks only at tasks that something of the page is told of.
 */
export async function pageOfChanges(
  asOf: Day,
  filter: ChangeFilter,
  { limit, after }: Part,
): Promise<ChangePage | null> {
  const start = after ? await placeOf(after, asOf) : null;
  if (start === undefined) return null;
  const told: PlacedChange[] = [];
  for (let below = start, most = limit + 1; told.length <= limit; most *= 4) {
    const records = await newestRecords(asOf, filter, below, most);
    const last = records.at(-1)?.sequence;
    if (last === undefined) break;
    const upTo = below;
    const ids = [...new Set(records.map(({ taskId }) => taskId))];
    const isHere = ({ sequence, change: { day } }: PlacedChange) =>
      sequence >= last && (upTo === null || sequence < upTo) && day >= (filter.since ?? "");
    told.push(...(await placedChanges(asOf, inArray(tasks.id, ids))).filter(isHere));
    below = last;
  }
  const atLeast = told[Math.min(limit, told.length) - 1];
  const shown = told.filter(({ sequence }) => sequence >= (atLeast?.sequence ?? 0));
  const changes = await withTitles(shown, asOf);
  const last = shown.at(-1)?.change;
  return { changes, next: last && shown.length < told.length ? nameOfChange(last) : null };
}

/** The newest of them, of the last thirty days. */
export async function newestChanges(
  asOf: Day,
  limit: number,
  of: Omit<ChangeFilter, "since"> = {},
): Promise<PublicChange[]> {
  const found = await pageOfChanges(asOf, { ...of, since: addDays(asOf, -30) }, { limit });
  return (found?.changes ?? []).slice(0, limit);
}

/** The place of the change with such a name in the order of telling, undefined if there is none. */
async function placeOf(name: string, asOf: Day): Promise<number | undefined> {
  const [code = ""] = name.split("/");
  const own = await placedChanges(asOf, eq(tasks.code, code));
  return own.find(({ change }) => nameOfChange(change) === name)?.sequence;
}

type Record = { sequence: number; taskId: string };

/** The newest records, before a place, that something may be told of: not yet what. */
function newestRecords(
  asOf: Day,
  { since, code, planSlug, unitCode }: ChangeFilter,
  below: number | null,
  limit: number,
): Promise<Record[]> {
  const reader = database();
  const begins = sql`(${since}::timestamp at time zone 'Asia/Shanghai')`;
  type Table = PgTable & { sequence: PgColumn; taskId: PgColumn };
  const of = (table: Table, at: PgColumn, told?: SQL) =>
    reader
      .select({
        sequence: sql<number>`${table.sequence}`.mapWith(Number).as("sequence"),
        taskId: sql<string>`${table.taskId}`.as("task_id"),
      })
      .from(table)
      .innerJoin(tasks, eq(tasks.id, table.taskId))
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(
        and(
          told,
          isTaskPublic(endOfDay(asOf)),
          lt(at, endOfDay(asOf)),
          since === undefined ? undefined : gte(at, begins),
          below === null ? undefined : lt(table.sequence, below),
          code === undefined ? undefined : eq(tasks.code, code),
          planSlug === undefined ? undefined : eq(plans.slug, planSlug),
          unitCode === undefined ? undefined : concernsUnit(unitCode, asOf),
        ),
      )
      .orderBy(desc(table.sequence))
      .limit(limit);
  return unionAll(
    of(taskVersions, taskVersions.at, sql`${taskVersions.isTold}`),
    of(releases, releases.releasedAt),
    of(withdrawals, withdrawals.withdrawnAt),
    of(dueMoves, dueMoves.movedAt),
  )
    .orderBy(sql`sequence desc`)
    .limit(limit);
}

/** That a unit led a task or took part in it at the end of a day. */
function concernsUnit(code: string, asOf: Day): SQL {
  return sql`exists (select from ${taskHealth} join ${departments} on ${departments.code} = ${code}
      and (${departments.id} = ${taskHealth.leadId} or ${departments.id} = any(${taskHealth.cooperatingIds}))
    where ${keptOn(asOf)})`;
}
