import {
  and,
  asc,
  between,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lte,
  not,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { keptOn, shownOn } from "@/db/queries/tasks/kept-health";
import { type Sought, seek } from "@/db/queries/words-found";
import { dueKey, lightKey, newsKey, taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import { addDays, type Day, yearOf } from "@/lib/domain/calendar/days";
import {
  type DueChoice,
  type Search,
  type SearchOrder,
  soonDays,
} from "@/lib/domain/public/public-search";
import { nearParts } from "@/lib/domain/search-words";
import { worstFirst } from "@/lib/domain/tasks/lights";
import { countShown } from "./kept-counts";
import { fitOfWords, hasWords, sharedParts } from "./public-words";
import { concerns, helps, leads, ofPlan, wasMoving } from "./register";

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

/** How many public tasks a search finds. Only counts, or adds up what is kept. */
export async function countFound(asked: Asked): Promise<number> {
  const counted = keptOf(asked);
  return counted ? countShown(asked.asOf, counted) : countSought(asked, await seek(asked.search.q));
}

/** What is kept of as a count: all there are, or those of one unit, with these lights. */
function keptOf({ search, concerned, leads, helps, isTracked }: Asked) {
  const { q, plan, light, due, from, to } = search;
  const units = [
    ...concerned.map(([id = "", ...others]) => (others.length === 0 ? { id } : null)),
    ...(leads ? [{ id: leads, as: "leads" as const }] : []),
    ...(helps ? [{ id: helps, as: "helps" as const }] : []),
  ];
  const [unit, ...more] = units;
  if (q.trim() || plan || due || from || to || unit === null || more.length > 0) return null;
  const isLit = light.length > 0;
  return { unit, lights: isLit ? light : undefined, isTracked: isTracked || isLit };
}

async function countSought(asked: Asked, sought: readonly Sought[], where?: SQL): Promise<number> {
  const found = database().select({ count: count() }).from(taskHealth).$dynamic();
  const isOfTasks = sought.length > 0 || asked.search.due === "soon";
  const joined = isOfTasks ? found.innerJoin(tasks, eq(tasks.id, taskHealth.taskId)) : found;
  const [row] = await joined.where(and(isFound(asked, sought), where));
  return row?.count ?? 0;
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
    ...(isByFit ? [sql`-(${fitOfWords(sought, asOf, concerns)})`] : []),
    ...orders[search.order],
    taskHealth.place,
  ];
  const find = (from: number, most = limit, where?: SQL) => {
    const ordered = selectFound(asked, sought, where).orderBy(...keys.map((key) => asc(key)));
    return codesOf(most === undefined ? ordered : ordered.limit(most).offset(from));
  };
  if (after !== null) return find(offset, limit, comesAfter(after, keys, asOf));
  if (!apart) return find(offset);
  const tracked = await find(offset, limit, isTracked);
  if (tracked.length === limit) return tracked;
  const before =
    tracked.length > 0 || offset === 0
      ? offset + tracked.length
      : await countSought(asked, sought, isTracked);
  const isLeft = limit === undefined ? undefined : limit - tracked.length;
  return [...tracked, ...(await find(Math.max(0, offset - before), isLeft, not(isTracked)))];
}

const codesOf = async (found: PromiseLike<{ code: string }[]>) =>
  (await found).map(({ code }) => code);

/** That a task stands after another in such an order, whether the search finds that one or no more. */
function comesAfter(code: string, keys: (SQL | AnyPgColumn)[], asOf: Day): SQL {
  const other = database()
    .select(Object.fromEntries(keys.map((key, i) => [`key${i}`, key])))
    .from(tasks)
    .innerJoin(taskHealth, keptOn(asOf))
    .where(eq(tasks.code, code));
  return sql`(${sql.join(keys, sql`, `)}) > (${other.getSQL()})`;
}

/** The few that have most in common with the words of a search that finds nothing, of those that its other conditions leave. */
export async function nearestCodes(asked: Asked, limit: number): Promise<string[]> {
  const parts = nearParts((await seek(asked.search.q)).map(({ word }) => word));
  if (parts.length === 0) return [];
  const near = sharedParts(parts, asked.asOf);
  return codesOf(
    selectFound(asked, [])
      .innerJoin(near, eq(near.id, tasks.id))
      .orderBy(desc(near.shared), asc(taskHealth.place))
      .limit(limit),
  );
}

function selectFound(asked: Asked, sought: readonly Sought[], where?: SQL) {
  return database()
    .select({ code: tasks.code })
    .from(taskHealth)
    .innerJoin(tasks, eq(tasks.id, taskHealth.taskId))
    .where(and(isFound(asked, sought), where))
    .$dynamic();
}

/** That the search finds a task, over what is kept of it; of words and of what is moving, over the task too. */
function isFound({ asOf, search, concerned, ...asked }: Asked, sought: readonly Sought[]) {
  const places = search.light.map((light) => worstFirst.indexOf(light) + 1);
  return and(
    shownOn(asOf),
    search.plan ? ofPlan(search.plan) : undefined,
    ...concerned.map(concerns),
    asked.leads ? leads(asked.leads) : undefined,
    asked.helps ? helps(asked.helps) : undefined,
    asked.isTracked ? isTracked : undefined,
    places.length > 0 ? inArray(worstLight, places) : undefined,
    hasWords(sought, asOf, concerns),
    search.from ? gte(taskHealth.dueOn, search.from) : undefined,
    search.to ? lte(taskHealth.dueOn, search.to) : undefined,
    search.due ? dueRules[search.due](asOf) : undefined,
  );
}

const isTracked = eq(taskHealth.isTracked, true);
const worstLight = lightKey(taskHealth.isTracked, taskHealth.publicLight);

const dueRules: Record<DueChoice, (asOf: Day) => SQL | undefined> = {
  overdue: () => eq(taskHealth.publicIsOverdue, true),
  soon: (asOf) => and(between(taskHealth.dueOn, asOf, addDays(asOf, soonDays)), wasMoving(asOf)),
  year: (asOf) => {
    const year = yearOf(asOf);
    return between(taskHealth.dueOn, `${year}-01-01`, `${year}-12-31`);
  },
  none: () => and(isTracked, isNull(taskHealth.dueOn)),
};

/** What has no date, no news or no light comes last; ties stay in the order of the documents. */
const orders: Record<SearchOrder, SQL[]> = {
  document: [],
  due: [dueKey(taskHealth.dueOn)],
  updated: [newsKey(taskHealth.publicUpdatedOn)],
  light: [worstLight],
};
