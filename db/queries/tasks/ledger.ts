import { and, asc, count, desc, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { amongTasks, type Sought, seek } from "@/db/queries/words-found";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { publishedReports } from "@/db/schema/submissions";
import { dueKey, taskHealth } from "@/db/schema/task-health";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { pageAt } from "@/lib/domain/paging";
import { type Actor, unitRoles } from "@/lib/domain/people/roles";
import {
  type DueChoice,
  type Filters,
  monthDays,
  type Order,
  soonDays,
} from "@/lib/domain/tasks/ledger-filters";
import { taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";
import type { WorkTask } from "@/lib/domain/tasks/work-task";
import { keptOn, keptThen } from "./kept-health";
import { byLight } from "./order";
import { isDueWithin, isMoving, isPastDue } from "./past-due";
import { fitOfWords, hasOpenChase, hasWords } from "./task-search";
import { visibleTo } from "./visible-to";
import { listTasks } from "./work-tasks";

type Search = { filters: Filters; order: Order };
type Part = { limit: number; offset: number };

/** So many that a page of it is no longer than three screens. */
export const tasksPerPage = 40;

/** A page of the ledger (督办台账) as this person asks for it, and how many tasks there are on all of them. `today` is the day. */
export async function ledgerPage(actor: Actor, today: Day, search: Search, asked: unknown) {
  const found = foundBy(actor, today, search, await seek(search.filters.q));
  const perhaps = pageAt(Number.POSITIVE_INFINITY, asked, tasksPerPage);
  const [count, first] = await Promise.all([countFound(found, today), idsOf(found, perhaps)]);
  // A page after the last one is the last.
  const { page, pages, ...part } = pageAt(count, asked, tasksPerPage);
  const ids = part.offset === perhaps.offset ? first : await idsOf(found, part);
  return { count, page, pages, tasks: await tasksOf(actor, today, ids) };
}

/** The whole of it, for a file. */
export async function wholeLedger(actor: Actor, today: Day, search: Search): Promise<WorkTask[]> {
  const found = foundBy(actor, today, search, await seek(search.filters.q));
  return tasksOf(actor, today, await idsOf(found));
}

async function tasksOf(actor: Actor, today: Day, ids: string[]): Promise<WorkTask[]> {
  const found = await listTasks(actor, today, inArray(tasks.id, ids));
  const tasksById = new Map(found.map((task) => [task.id, task]));
  return ids.flatMap((id) => tasksById.get(id) ?? []);
}

/** What a search finds: which tasks, by what is kept of how they stand, in which order. */
type Found = {
  which: SQL | undefined;
  stands: SQL | undefined;
  onDay: SQL | undefined;
  order: SQL[];
};

function foundBy(actor: Actor, today: Day, search: Search, sought: readonly Sought[]): Found {
  const { filters, order } = search;
  const isByFit = order === "document" && sought.length > 0;
  return {
    which: and(visibleTo(actor), amongTasks(hasWords(sought)), isFound(filters, today, actor)),
    stands: standsAs(filters),
    onDay: keptThen(today),
    order: [
      ...(isByFit ? [desc(fitOfWords(sought))] : []),
      ...orders[order],
      asc(taskHealth.place),
    ],
  };
}

/** How many: of what is kept alone, or of tasks alone, where nothing else is asked for. */
async function countFound({ which, stands, onDay }: Found, today: Day): Promise<number> {
  if (!stands) return database().$count(tasks, which);
  if (!which) return database().$count(taskHealth, and(onDay, stands));
  const [row] = await database()
    .select({ count: count() })
    .from(tasks)
    .innerJoin(taskHealth, keptOn(today))
    .where(and(which, stands));
  return row?.count ?? 0;
}

/** In their order, which indexes of what is kept have: a page of them is found without looking at the rest. */
async function idsOf({ which, stands, onDay, order }: Found, part?: Part): Promise<string[]> {
  const ordered = database()
    .select({ id: tasks.id })
    .from(taskHealth)
    .innerJoin(tasks, eq(tasks.id, taskHealth.taskId))
    .where(and(onDay, stands, which))
    .orderBy(...order)
    .$dynamic();
  const rows = await (part ? ordered.limit(part.limit).offset(part.offset) : ordered);
  return rows.map(({ id }) => id);
}

/** The filters that ask how tasks stand, as SQL over what is kept of that. */
function standsAs({ light, owed }: Filters): SQL | undefined {
  return and(
    // A principle has no light.
    light ? and(eq(taskHealth.light, light), eq(taskHealth.isTracked, true)) : undefined,
    owed ? eq(taskHealth.isOwed, true) : undefined,
  );
}

/** The other filters as SQL over tasks. */
function isFound(filters: Filters, today: Day, actor: Actor): SQL | undefined {
  const { plan, status, unit, with: helper, from, to } = filters;
  return and(
    plan
      ? sql`${tasks.planId} = (select ${plans.id} from ${plans} where ${eq(plans.slug, plan)})`
      : undefined,
    status === "open"
      ? inArray(tasks.status, [...taskStatusesWithObligations])
      : status
        ? eq(tasks.status, status)
        : undefined,
    unit
      ? sql`${tasks.leadDepartmentId} = (select ${departments.id} from ${departments} where ${eq(departments.code, unit)})`
      : undefined,
    helper ? isHelpedBy(helper) : undefined,
    filters.due ? dues[filters.due](today) : undefined,
    from ? gte(tasks.dueOn, from) : undefined,
    to ? lte(tasks.dueOn, to) : undefined,
    filters.chased ? hasOpenChase : undefined,
    filters.mine ? eq(tasks.leadDepartmentId, actor.departmentId) : undefined,
    filters.handled ? isHandledBy(actor.id) : undefined,
  );
}

function isHelpedBy(unit: string): SQL {
  return sql`exists (select from ${taskCooperators} join ${departments} on ${departments.id} = ${taskCooperators.departmentId}
    where ${taskCooperators.taskId} = ${tasks.id} and ${unit} in (${departments.code}, ${departments.name}))`;
}

/** As `handles` has it: who is named to handle a task, and still counts as that. */
function isHandledBy(personId: string): SQL {
  return sql`exists (select from ${users} where ${users.id} = ${tasks.handlerId} and ${users.id} = ${personId}
    and ${users.departmentId} = ${tasks.leadDepartmentId} and ${users.disabledAt} is null
    and ${inArray(users.role, [...unitRoles])})`;
}

/** The due days of tasks that are still moving: what is parked or closed is neither late nor near. */
const dues: Record<DueChoice, (today: Day) => SQL | undefined> = {
  overdue: (today) => and(isMoving, isPastDue(today)),
  soon: (today) => isDueWithin(today, soonDays),
  month: (today) => isDueWithin(today, monthDays),
};

const lastPublishedAt = sql`(select max(${publishedReports.publishedAt}) from ${publishedReports} where ${publishedReports.taskId} = ${tasks.id})`;
/** Ties stay in the order of the documents, where what fits best comes first. What has no date comes last, what was never published first. */
const orders: Record<Order, SQL[]> = {
  document: [],
  due: [asc(dueKey(taskHealth.dueOn))],
  light: [byLight(sql`${taskHealth.light}`)],
  published: [sql`${lastPublishedAt} nulls first`],
};
