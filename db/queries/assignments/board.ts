import { and, asc, count, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { unitsWithin } from "@/db/queries/people/branches";
import { keptThen } from "@/db/queries/tasks/kept-health";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import type { BoardFilters, Lack } from "@/lib/domain/assignments/board";
import type { Day } from "@/lib/domain/calendar/days";
import { pageAt } from "@/lib/domain/paging";
import type { UnitLoad } from "@/lib/domain/people/departments";
import type { Actor } from "@/lib/domain/people/roles";
import { taskActs } from "@/lib/domain/tasks/tasks";
import { unitLoadsOf } from "./unit-loads";

const lackOf: Record<Lack, SQL | undefined> = {
  owner: isNull(tasks.leadDepartmentId),
  // 长期坚持 has no day by what the document says.
  day: and(isNull(tasks.dueOn), ne(tasks.deadlineKind, "ongoing")),
  proposal: eq(tasks.ownerBasis, "proposed"),
};

const pageSize = 50;

/**
 * 待交办: the tasks that can still be assigned and lack an owner, a day or the word on a proposal, a page of them in
 * document order, with the load of the units that lead them. Refuses nobody: it shows what this person sees and, of who
 * is bound to a branch, what that leads. Six queries, however many tasks and units.
 */
export async function assignmentBoard(
  actor: Actor,
  filters: BoardFilters,
  asked: unknown,
  today: Day,
) {
  const reader = database();
  const where = and(
    visibleTo(actor),
    unitsWithin(actor, tasks.leadDepartmentId),
    ne(tasks.kind, "principle"),
    inArray(tasks.status, [...taskActs.assign.from]),
    filters.lacks ? lackOf[filters.lacks] : or(...Object.values(lackOf)),
    filters.plan ? inArray(tasks.planId, plansCalled(filters.plan)) : undefined,
    filters.unit ? inArray(tasks.leadDepartmentId, unitsCalled(filters.unit)) : undefined,
  );
  const total = await reader.$count(tasks, where);
  const { page, pages, limit, offset } = pageAt(total, asked, pageSize);
  const found = await reader
    .select({ id: tasks.id })
    .from(taskHealth)
    .innerJoin(tasks, eq(tasks.id, taskHealth.taskId))
    .where(and(keptThen(today), where))
    .orderBy(asc(taskHealth.place))
    .limit(limit)
    .offset(offset);
  const ids = found.map(({ id }) => id);
  const rows = ids.length > 0 ? await selectTasks(reader, inArray(tasks.id, ids)) : [];
  const unitIds = [...new Set(rows.flatMap(({ leadId }) => leadId ?? []))];
  const [loads, partCounts] = await Promise.all([
    unitLoadsOf(reader, actor, unitIds, today),
    countParts(ids),
  ]);
  return {
    ...{ total, page, pages },
    rows: rows.map((row) => ({ ...row, partCount: partCounts.get(row.id) ?? 0 })),
    units: unitsOf(rows, loads),
  };
}

/** The units that lead these tasks, each once, with their load. */
function unitsOf(
  rows: { leadId: string | null; leadCode: string | null; lead: string | null }[],
  loads: ReadonlyMap<string, UnitLoad>,
) {
  const units = new Map<string, { code: string; name: string; load: UnitLoad }>();
  for (const { leadId, leadCode, lead } of rows) {
    const load = loads.get(leadId ?? "");
    if (leadCode && lead && load) units.set(leadCode, { code: leadCode, name: lead, load });
  }
  return [...units.values()];
}

const plansCalled = (words: string) =>
  database()
    .select({ id: plans.id })
    .from(plans)
    .where(has(words, sql`${plans.shortTitle} || ' ' || ${plans.title} || ' ' || ${plans.slug}`));
const unitsCalled = (words: string) =>
  database()
    .select({ id: departments.id })
    .from(departments)
    .where(has(words, sql`${departments.name} || ' ' || ${departments.code}`));

function has(words: string, text: SQL): SQL {
  return sql`position(${words.toLowerCase()} in lower(${text})) > 0`;
}

async function countParts(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ parentId: tasks.parentId, count: count() })
    .from(tasks)
    .where(inArray(tasks.parentId, ids))
    .groupBy(tasks.parentId);
  return new Map(rows.map(({ parentId, count }) => [parentId ?? "", count]));
}
