import {
  and,
  asc,
  between,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lte,
  ne,
  type SQL,
  sql,
} from "drizzle-orm";
import { database } from "@/db/client";
import { isTaskPublic } from "@/db/queries/is-public";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { documentKeys, inDocuments, lightPlace } from "@/db/queries/tasks/order";
import { type Sought, seek } from "@/db/queries/words-found";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { addDays, type Day, endOfDay, yearOf } from "@/lib/domain/calendar/days";
import {
  type DueChoice,
  type Search,
  type SearchOrder,
  soonDays,
} from "@/lib/domain/public/public-search";
import { nearParts } from "@/lib/domain/search-words";
import { fitOfWords, hasWords, sharedParts } from "./public-words";
import { concerns, helps, leads, wasMoving } from "./register";

/** What a search asks, with the ids of the units it means. */
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
export async function countFound(asked: Asked): Promise<number> {
  const found = selectFound(asked, await seek(asked.search.q));
  return database().$count(found.as("found"));
}

/** Which of them: so many, from a place on or after a task. Principles, which are not tracked, come last where `apart` says so. */
type Part = { limit?: number; offset?: number; after?: string | null; apart?: boolean };

/** Their codes in the order asked for, of a part or of all; in the order of the documents those come first that fit best. */
export async function findCodes(asked: Asked, part: Part = {}): Promise<string[]> {
  const { limit, offset = 0, after = null, apart = false } = part;
  const { asOf, search } = asked;
  const sought = await seek(search.q);
  const isByFit = search.order === "document" && sought.length > 0;
  const keys = [
    ...(apart ? [isPrinciple] : []),
    ...(isByFit ? [sql`-(${fitOfWords(sought, asOf, concerns)})`] : []),
    ...orders[search.order],
  ];
  const isLater = after === null ? undefined : comesAfter(after, keys, asOf);
  const ordered = selectFound(asked, sought, isLater).orderBy(...keys.map((key) => asc(key)));
  const rows = await (limit === undefined ? ordered : ordered.limit(limit).offset(offset));
  return rows.map(({ code }) => code);
}

/** That a task stands after another in such an order, whether the search finds that one or no more. */
function comesAfter(code: string, keys: SQL[], asOf: Day): SQL {
  const other = database()
    .select(Object.fromEntries(keys.map((key, i) => [`key${i}`, key])))
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(taskHealth, keptOn(asOf))
    .where(eq(tasks.code, code));
  return sql`(${sql.join(keys, sql`, `)}) > (${other.getSQL()})`;
}

/** The few that have most in common with the words of a search that finds nothing, of those that its other conditions leave. */
export async function nearestCodes(asked: Asked, limit: number): Promise<string[]> {
  const parts = nearParts((await seek(asked.search.q)).map(({ word }) => word));
  if (parts.length === 0) return [];
  const near = sharedParts(parts, asked.asOf);
  const rows = await selectFound(asked, [])
    .innerJoin(near, eq(near.id, tasks.id))
    .orderBy(desc(near.shared), ...inDocuments)
    .limit(limit);
  return rows.map(({ code }) => code);
}

function selectFound(
  { asOf, search, concerned, ...asked }: Asked,
  sought: readonly Sought[],
  where?: SQL,
) {
  return database()
    .select({ code: tasks.code })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(taskHealth, keptOn(asOf))
    .where(
      and(
        where,
        isTaskPublic(endOfDay(asOf)),
        search.plan ? eq(plans.slug, search.plan) : undefined,
        ...concerned.map(concerns),
        asked.leads ? leads(asked.leads) : undefined,
        asked.helps ? helps(asked.helps) : undefined,
        asked.isTracked ? isTracked : undefined,
        search.light.length > 0
          ? and(inArray(taskHealth.publicLight, search.light), isTracked)
          : undefined,
        hasWords(sought, asOf, concerns),
        search.from ? gte(taskHealth.dueOn, search.from) : undefined,
        search.to ? lte(taskHealth.dueOn, search.to) : undefined,
        search.due ? dueRules[search.due](asOf) : undefined,
      ),
    )
    .$dynamic();
}

const isTracked = ne(tasks.kind, "principle");

const dueRules: Record<DueChoice, (asOf: Day) => SQL | undefined> = {
  overdue: () => eq(taskHealth.publicIsOverdue, true),
  soon: (asOf) => and(between(taskHealth.dueOn, asOf, addDays(asOf, soonDays)), wasMoving(asOf)),
  year: (asOf) => {
    const year = yearOf(asOf);
    return between(taskHealth.dueOn, `${year}-01-01`, `${year}-12-31`);
  },
  none: () => and(isTracked, isNull(taskHealth.dueOn)),
};

const isPrinciple = sql`(${tasks.kind} = 'principle')`;

/** What has no date, no news or no light comes last; ties stay in the order of the documents. */
const orders: Record<SearchOrder, SQL[]> = {
  document: documentKeys,
  due: [sql`coalesce(${taskHealth.dueOn}, 'infinity')`, ...documentKeys],
  updated: [sql`-coalesce(${taskHealth.publicUpdatedOn} - date '1900-01-01', 0)`, ...documentKeys],
  light: [isPrinciple, lightPlace(sql`${taskHealth.publicLight}`), ...documentKeys],
};
