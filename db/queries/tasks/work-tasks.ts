import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { documents } from "@/db/schema/documents";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import type { Day } from "@/lib/domain/calendar/days";
import { textPageAt } from "@/lib/domain/documents/pages";
import { paragraphAt, sentenceAround } from "@/lib/domain/documents/quotes";
import { pageAt } from "@/lib/domain/paging";
import type { Actor } from "@/lib/domain/people/roles";
import type { ClauseTask, WorkTask } from "@/lib/domain/tasks/work-task";
import { namedPeople } from "./handlers";
import { inDocuments } from "./order";
import { loadTaskHealth } from "./task-health";
import { selectTasks } from "./task-rows";
import { visibleTo } from "./visible-to";

/** The tasks that this person may see, in document order, with their health on `today`. */
export async function listTasks(actor: Actor, today: Day, where?: SQL): Promise<WorkTask[]> {
  const reader = database();
  const wanted = and(visibleTo(actor), where);
  const [rows, named] = await Promise.all([
    selectTasks(reader, wanted),
    namedPeople(reader, wanted),
  ]);
  const ids = where && rows.map(({ id }) => id);
  const healthByCode = await loadTaskHealth(reader, today, ids);
  const nobody = { handler: null, headInCharge: null };
  return rows.flatMap((row) => {
    const health = healthByCode.get(row.code);
    return health ? [{ ...row, ...(named.get(row.id) ?? nobody), health }] : [];
  });
}

/** A page of the parts of a task that this person may see, in document order, and how many there are. */
export async function partsPage(actor: Actor, taskId: string, today: Day, asked: unknown) {
  const isPart = and(eq(tasks.parentId, taskId), visibleTo(actor));
  const count = await database().$count(tasks, isPart);
  const { page, pages, limit, offset } = pageAt(count, asked, 20);
  const shown = await database()
    .select({ id: tasks.id })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(isPart)
    .orderBy(...inDocuments)
    .limit(limit)
    .offset(offset);
  const ids = shown.map(({ id }) => id);
  const parts = ids.length === 0 ? [] : await listTasks(actor, today, inArray(tasks.id, ids));
  return { count, page, pages, parts };
}

/** A list to choose from that is longer than this helps nobody. */
const mostPlans = 50;

/** Of so many tasks of a unit it is asked whether one of them is seen. */
const mostLookedAt = 200;

/**
 * The plans and lead units of the tasks that this person may see: what the ledger can be narrowed to. Of many plans the first,
 * and the one that is chosen before them. A unit that leads very many tasks is offered unasked: nothing may be seen of it.
 */
export async function ledgerChoices(actor: Actor, chosenPlan = "") {
  const seen = (of: SQL) =>
    sql`(select true from ${tasks} where ${and(of, visibleTo(actor))} limit 1)`;
  const isLed = eq(tasks.leadDepartmentId, departments.id);
  const leadsMany = sql`(select count(*) from (select from ${tasks} where ${isLed} limit ${mostLookedAt + 1}) led) > ${mostLookedAt}`;
  const isOffered = visibleTo(actor)
    ? sql`case when ${leadsMany} then true else exists ${seen(isLed)} end`
    : sql`exists ${seen(isLed)}`;
  // In their order, as their index has it, before anybody asks what is seen of them: of the rest no task is looked at.
  const inOrder = database()
    .select({
      id: plans.id,
      value: plans.slug,
      label: plans.shortTitle,
      isChosen: sql<boolean>`${eq(plans.slug, chosenPlan)}`.as("is_chosen"),
      place: plans.sortOrder,
    })
    .from(plans)
    .orderBy(...(chosenPlan ? [desc(eq(plans.slug, chosenPlan))] : []), asc(plans.sortOrder))
    .offset(0)
    .as("in_order");
  const [planRows, unitRows] = await Promise.all([
    database()
      .select({ value: inOrder.value, label: inOrder.label })
      .from(inOrder)
      .crossJoinLateral(sql`${seen(eq(tasks.planId, inOrder.id))} seen`)
      .orderBy(...(chosenPlan ? [desc(inOrder.isChosen)] : []), asc(inOrder.place))
      .limit(mostPlans),
    database()
      .select({ value: departments.code, label: departments.name, kind: departments.kind })
      .from(departments)
      .where(isOffered)
      .orderBy(asc(departments.sortOrder)),
  ]);
  return { plans: planRows, units: unitRows };
}

/** One task, or null when it is missing or not this person's to see: the two look alike from outside. */
export async function getTask(actor: Actor, code: string, today: Day): Promise<ClauseTask | null> {
  const [task] = await listTasks(actor, today, eq(tasks.code, code));
  if (!task) return null;
  const [document] = await database()
    .select({ text: documents.text })
    .from(documents)
    .where(eq(documents.slug, task.documentSlug));
  const text = document?.text ?? "";
  const place = { start: task.quoteStart, end: task.quoteEnd };
  return {
    ...task,
    paragraph: paragraphAt(text, place.start),
    textPage: textPageAt(text, place.start),
    sentence: sentenceAround(text, place),
  };
}
