import { and, desc, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { type Sought, seek } from "@/db/queries/words-found";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { publishedReports } from "@/db/schema/submissions";
import { taskHealth } from "@/db/schema/task-health";
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
import { isTrackedTask } from "./acted-on";
import { keptOn } from "./kept-health";
import { byLight, inDocuments } from "./order";
import { isDueWithin, isMoving, isPastDue } from "./past-due";
import { fitOfWords, hasOpenChase, hasWords } from "./task-search";
import { visibleTo } from "./visible-to";
import { listTasks } from "./work-tasks";

const leads = alias(departments, "leads");

type Search = { filters: Filters; order: Order };
type Part = { limit: number; offset: number };

/** So many that a page of it is no longer than three screens. */
export const tasksPerPage = 40;

/** A page of the ledger (督办台账) as this person asks for it, and how many tasks there are on all of them. `today` is the day. */
export async function ledgerPage(actor: Actor, today: Day, search: Search, asked: unknown) {
  const sought = await seek(search.filters.q);
  const list = (part: Part) => listFound(actor, today, search, sought, part);
  const first = await list(pageAt(Number.POSITIVE_INFINITY, asked, tasksPerPage));
  // A page after the last one has no row that could say how many there are.
  const count =
    first.count ?? (await database().$count(selectFound(actor, today, search, sought).as("found")));
  const { page, pages, ...part } = pageAt(count, asked, tasksPerPage);
  const { tasks } = first.count ? first : await list(part);
  return { count, page, pages, tasks };
}

/** The whole of it, for a file. */
export async function wholeLedger(actor: Actor, today: Day, search: Search): Promise<WorkTask[]> {
  return (await listFound(actor, today, search, await seek(search.filters.q))).tasks;
}

async function listFound(
  actor: Actor,
  today: Day,
  search: Search,
  sought: readonly Sought[],
  part?: Part,
): Promise<{ count: number | null; tasks: WorkTask[] }> {
  const isByFit = search.order === "document" && sought.length > 0;
  const ordered = selectFound(actor, today, search, sought).orderBy(
    ...(isByFit ? [desc(fitOfWords(sought))] : []),
    ...orders[search.order](today),
  );
  const rows = await (part ? ordered.limit(part.limit).offset(part.offset) : ordered);
  const ids = rows.map(({ id }) => id);
  const found = await listTasks(actor, today, inArray(tasks.id, ids));
  const tasksById = new Map(found.map((task) => [task.id, task]));
  return { count: rows[0]?.count ?? null, tasks: ids.flatMap((id) => tasksById.get(id) ?? []) };
}

/** Each with how many there are, by the way of looking through them once. */
function selectFound(actor: Actor, today: Day, { filters }: Search, sought: readonly Sought[]) {
  return database()
    .select({ id: tasks.id, count: sql`count(*) over ()`.mapWith(Number).as("of") })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .leftJoin(leads, eq(leads.id, tasks.leadDepartmentId))
    .where(and(visibleTo(actor), hasWords(sought), isFound(filters, today, actor)))
    .$dynamic();
}

/** The ledger's filters as SQL over tasks, plans and lead units. */
function isFound(filters: Filters, today: Day, actor: Actor): SQL | undefined {
  const { plan, status, light, unit, with: helper, from, to } = filters;
  return and(
    plan ? eq(plans.slug, plan) : undefined,
    status === "open"
      ? inArray(tasks.status, [...taskStatusesWithObligations])
      : status
        ? eq(tasks.status, status)
        : undefined,
    // A principle has no light.
    light ? and(stands(today, eq(taskHealth.light, light)), isTrackedTask) : undefined,
    unit ? eq(leads.code, unit) : undefined,
    helper ? isHelpedBy(helper) : undefined,
    filters.due ? dues[filters.due](today) : undefined,
    from ? gte(tasks.dueOn, from) : undefined,
    to ? lte(tasks.dueOn, to) : undefined,
    filters.owed ? stands(today, eq(taskHealth.isOwed, true)) : undefined,
    filters.chased ? hasOpenChase : undefined,
    filters.mine ? eq(tasks.leadDepartmentId, actor.departmentId) : undefined,
    filters.handled ? isHandledBy(actor.id) : undefined,
  );
}

/** That what is kept of how a task stands on a day is so. */
function stands(day: Day, condition: SQL): SQL {
  return sql`exists (select from ${taskHealth} where ${keptOn(day)} and ${condition})`;
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
const orders: Record<Order, (today: Day) => SQL[]> = {
  document: () => inDocuments,
  due: () => [sql`${tasks.dueOn} nulls last`, ...inDocuments],
  light: (today) => [
    byLight(sql`(select ${taskHealth.light} from ${taskHealth} where ${keptOn(today)})`),
    ...inDocuments,
  ],
  published: () => [sql`${lastPublishedAt} nulls first`, ...inDocuments],
};
