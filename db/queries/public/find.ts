import {
  and,
  arrayContains,
  arrayOverlaps,
  asc,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { byLight, inDocuments } from "@/db/queries/tasks/order";
import { versionThen } from "@/db/queries/tasks/version-then";
import { plans } from "@/db/schema/plans";
import { releases, withdrawals } from "@/db/schema/releases";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { addDays, type Day, endOfDay, yearOf } from "@/lib/domain/calendar/days";
import { foldedWords } from "@/lib/domain/public/public-match";
import {
  type DueChoice,
  type Search,
  type SearchOrder,
  soonDays,
} from "@/lib/domain/public/public-search";
import { closedStatuses } from "@/lib/domain/tasks/tasks";

/** What a search asks, with the ids of the units it means. A day before today is asked as that day's end. */
export type Asked = {
  asOf: Day;
  search: Pick<Search, "q" | "plan" | "light" | "due" | "from" | "to" | "order">;
  /** Whoever leads a task or takes part in it is one of each of these sets. */
  concerned: readonly (readonly string[])[];
  /** The unit that leads it, or one that takes part in it. */
  leads?: string;
  helps?: string;
  isTracked?: boolean;
};

/** How many public tasks a search finds. Only counts. */
export function countFound(asked: Asked): Promise<number> {
  return database().$count(selectFound(asked).as("found"));
}

/** Their codes in the order asked for, of a part or of all. Principles, which are not tracked, come last where `apart` says so. */
export async function findCodes(
  asked: Asked,
  { limit, offset, apart }: { limit?: number; offset?: number; apart?: boolean } = {},
): Promise<string[]> {
  const last = apart ? [asc(sql`${tasks.kind} = 'principle'`)] : [];
  const ordered = selectFound(asked).orderBy(...last, ...orders[asked.search.order]);
  const rows = await (limit === undefined ? ordered : ordered.limit(limit).offset(offset ?? 0));
  return rows.map(({ code }) => code);
}

function selectFound({ asOf, search, concerned, ...asked }: Asked) {
  const reader = database();
  const version = versionThen(reader, endOfDay(asOf));
  return reader
    .select({ code: tasks.code })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoinLateral(version, sql`true`)
    .innerJoin(taskHealth, keptOn(asOf))
    .where(
      and(
        isTaskPublic(endOfDay(asOf)),
        search.plan ? eq(plans.slug, search.plan) : undefined,
        ...concerned.map((ids) => takesPart(version, ids)),
        asked.leads ? eq(version.leadDepartmentId, asked.leads) : undefined,
        asked.helps ? arrayContains(version.cooperatingIds, [asked.helps]) : undefined,
        asked.isTracked ? isTracked : undefined,
        search.light.length > 0
          ? and(inArray(taskHealth.publicLight, search.light), isTracked)
          : undefined,
        hasWords(search.q, asOf),
        search.from ? sql`${version.dueOn} >= ${search.from}` : undefined,
        search.to ? sql`${version.dueOn} <= ${search.to}` : undefined,
        search.due ? dueRules[search.due](version, asOf) : undefined,
      ),
    )
    .$dynamic();
}

type Version = ReturnType<typeof versionThen>;

const isTracked = ne(tasks.kind, "principle");

function takesPart(version: Version, ids: readonly string[]): SQL | undefined {
  return or(
    inArray(version.leadDepartmentId, [...ids]),
    arrayOverlaps(version.cooperatingIds, [...ids]),
  );
}

const dueRules: Record<DueChoice, (version: Version, asOf: Day) => SQL | undefined> = {
  overdue: () => eq(taskHealth.publicIsOverdue, true),
  soon: (version, asOf) =>
    and(
      notInArray(version.status, ["suspended", ...closedStatuses]),
      sql`${version.reportSent} ->> 'kind' is distinct from 'completion'`,
      sql`${version.dueOn} between ${asOf} and ${addDays(asOf, soonDays)}`,
    ),
  year: (version, asOf) => {
    const year = yearOf(asOf);
    return sql`${version.dueOn} between ${`${year}-01-01`} and ${`${year}-12-31`}`;
  },
  none: (version) => and(isTracked, isNull(version.dueOn)),
};

/** Written exactly as the index tasks_public_words of db/migrations/0019_health.sql has it. */
const allWords = sql`public.public_words(${tasks.code}, ${tasks.title}, ${tasks.quote})`;

/**
 * That every word stands somewhere in what everybody may read of a task, whatever its case and width. Two characters and more
 * go by the index of pairs; that they stand together, and in words that are released, is then checked.
 */
function hasWords(typed: string, asOf: Day): SQL | undefined {
  const released = database()
    .select({ id: releases.submissionId })
    .from(releases)
    .leftJoin(withdrawals, eq(withdrawals.submissionId, releases.submissionId))
    .where(
      and(
        eq(releases.taskId, tasks.id),
        eq(releases.disclosure, "public"),
        lt(releases.releasedAt, endOfDay(asOf)),
        sql`exists (select from published_reports said where said.submission_id = ${releases.submissionId})`,
        or(isNull(withdrawals.withdrawnAt), gte(withdrawals.withdrawnAt, endOfDay(asOf))),
      ),
    );
  // Of a part whose own wording is hidden, its code and its clause.
  const readable = sql`case when ${tasks.splitById} is null or ${exists(released)} then ${allWords}
    else public.public_words(${tasks.code}, '', ${tasks.quote}) end`;
  return and(
    ...foldedWords(typed).flatMap((word) => {
      const stands = sql`position(${word} in ${readable}) > 0`;
      const pairs = sql`public.bigrams(${allWords}) @> public.bigrams(${word})`;
      return [...word].length > 1 ? [pairs, stands] : [stands];
    }),
  );
}

/** What has no date, no news or no light comes last; ties stay in the order of the documents. */
const orders: Record<SearchOrder, SQL[]> = {
  document: inDocuments,
  due: [sql`version.due_on nulls last`, ...inDocuments],
  updated: [sql`${taskHealth.publicUpdatedOn} desc nulls last`, ...inDocuments],
  light: [
    asc(sql`${tasks.kind} = 'principle'`),
    byLight(sql`${taskHealth.publicLight}`),
    ...inDocuments,
  ],
};
