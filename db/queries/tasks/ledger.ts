import { and, desc, eq, gte, inArray, lte, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { type Sought, seek } from "@/db/queries/words-found";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { publishedReports } from "@/db/schema/submissions";
import { taskHealth } from "@/db/schema/task-health";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { pageAt } from "@/lib/domain/paging";
import { type Actor, unitRoles } from "@/lib/domain/people/roles";
import { type Filters, type Order, soonDays } from "@/lib/domain/tasks/ledger-filters";
import { taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";
import type { WorkTask } from "@/lib/domain/tasks/work-task";
import { keptOn } from "./kept-health";
import { byLight, inDocuments } from "./order";
import { completionSentOn, isMoving, isPastDue } from "./past-due";
import { fitOfWords, hasOpenChase, hasWords } from "./task-search";
import { visibleTo } from "./visible-to";
import { listTasks } from "./work-tasks";

const leads = alias(departments, "leads");

type Search = { filters: Filters; order: Order };

/** A page of the ledger (督办台账) as this person asks for it, and how many tasks there are on all of them. `today` is the day. */
export async function ledgerPage(actor: Actor, today: Day, search: Search, asked: unknown) {
  const { filters } = search;
  const found = selectFound(actor, today, filters, await seek(filters.q)).as("found");
  const count = await database().$count(found);
  const { page, pages, limit, offset } = pageAt(count, asked);
  const tasks = await listFound(actor, today, search, { limit, offset });
  return { count, page, pages, tasks };
}

/** The whole of it, for a file. */
export function wholeLedger(actor: Actor, today: Day, search: Search): Promise<WorkTask[]> {
  return listFound(actor, today, search);
}

async function listFound(
  actor: Actor,
  today: Day,
  { filters, order }: Search,
  part?: { limit: number; offset: number },
): Promise<WorkTask[]> {
  const sought = await seek(filters.q);
  const first = order === "document" && sought.length > 0 ? [desc(fitOfWords(sought))] : [];
  const ordered = selectFound(actor, today, filters, sought).orderBy(...first, ...orders[order]);
  const rows = await (part ? ordered.limit(part.limit).offset(part.offset) : ordered);
  const ids = rows.map(({ id }) => id);
  const tasksById = new Map(
    (await listTasks(actor, today, inArray(tasks.id, ids))).map((task) => [task.id, task]),
  );
  return ids.flatMap((id) => tasksById.get(id) ?? []);
}

function selectFound(actor: Actor, today: Day, filters: Filters, sought: readonly Sought[]) {
  return database()
    .select({ id: tasks.id })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(taskHealth, keptOn(today))
    .leftJoin(leads, eq(leads.id, tasks.leadDepartmentId))
    .where(and(visibleTo(actor), hasWords(sought), isFound(filters, today, actor)))
    .$dynamic();
}

/** The ledger's filters as SQL over tasks, plans, lead units and what is kept of how a task stands. */
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
    light ? and(eq(taskHealth.light, light), ne(tasks.kind, "principle")) : undefined,
    unit ? eq(leads.code, unit) : undefined,
    helper ? isHelpedBy(helper) : undefined,
    filters.due ? dues[filters.due](today) : undefined,
    from ? gte(tasks.dueOn, from) : undefined,
    to ? lte(tasks.dueOn, to) : undefined,
    filters.owed ? eq(taskHealth.isOwed, true) : undefined,
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
const dues: Record<"overdue" | "soon", (today: Day) => SQL | undefined> = {
  overdue: (today) => and(isMoving, isPastDue(today)),
  soon: (today) =>
    and(
      isMoving,
      sql`${completionSentOn} is null`,
      gte(tasks.dueOn, today),
      lte(tasks.dueOn, addDays(today, soonDays)),
    ),
};

const lastPublishedAt = sql`(select max(${publishedReports.publishedAt}) from ${publishedReports} where ${publishedReports.taskId} = ${tasks.id})`;
/** Ties stay in the order of the documents, where what fits best comes first. What has no date comes last, what was never published first. */
const orders: Record<Order, SQL[]> = {
  document: inDocuments,
  due: [sql`${tasks.dueOn} nulls last`, ...inDocuments],
  light: [byLight(sql`${taskHealth.light}`), ...inDocuments],
  published: [sql`${lastPublishedAt} nulls first`, ...inDocuments],
};
