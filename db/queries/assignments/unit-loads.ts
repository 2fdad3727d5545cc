import { and, count, eq, inArray, lte, type SQL, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { isDueWithin, isMoving, isPastDue } from "@/db/queries/tasks/past-due";
import { visibleTo } from "@/db/queries/tasks/visible-to";
import { departments } from "@/db/schema/people";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import type { UnitLoad, UnitOption } from "@/lib/domain/people/departments";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { monthDays } from "@/lib/domain/tasks/ledger-filters";
import { taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";

const isOpen = inArray(tasks.status, [...taskStatusesWithObligations]);
const counted = (where: SQL | undefined) => sql`count(*) filter (where ${where})`.mapWith(Number);

/**
 * What each of these units has in hand, by id, as far as this person sees it: every number is that of the list in the
 * ledger that `loadHref` leads to. One query, however many units.
 */
export async function unitLoadsOf(
  reader: Reader,
  actor: Actor,
  unitIds: readonly string[],
  today: Day,
): Promise<Map<string, UnitLoad>> {
  if (unitIds.length === 0) return new Map();
  const ids = [...unitIds];
  const visible = visibleTo(actor);
  const isLed = and(inArray(tasks.leadDepartmentId, ids), isOpen, visible);
  // Each of what an index has of it, and of those that are neither late nor near nothing else.
  const leading = reader
    .select({ unitId: tasks.leadDepartmentId, led: count().as("led") })
    .from(tasks)
    .where(isLed)
    .groupBy(tasks.leadDepartmentId)
    .as("leading");
  const nearing = reader
    .select({
      unitId: tasks.leadDepartmentId,
      soon: counted(isDueWithin(today, monthDays)).as("soon"),
      late: counted(and(isMoving, isPastDue(today))).as("late"),
    })
    .from(tasks)
    .where(and(isLed, lte(tasks.dueOn, addDays(today, monthDays))))
    .groupBy(tasks.leadDepartmentId)
    .as("nearing");
  const isSeen = sql`exists (select from ${tasks} where ${tasks.id} = ${taskCooperators.taskId} and ${visible})`;
  const helping = reader
    .select({ unitId: taskCooperators.departmentId, cooperating: count().as("cooperating") })
    .from(taskCooperators)
    .where(
      and(
        inArray(taskCooperators.departmentId, ids),
        eq(taskCooperators.isOpen, true),
        visible && isSeen,
      ),
    )
    .groupBy(taskCooperators.departmentId)
    .as("helping");
  const rows = await reader
    .select({
      id: departments.id,
      led: leading.led,
      cooperating: helping.cooperating,
      soon: nearing.soon,
      late: nearing.late,
    })
    .from(departments)
    .leftJoin(leading, eq(leading.unitId, departments.id))
    .leftJoin(nearing, eq(nearing.unitId, departments.id))
    .leftJoin(helping, eq(helping.unitId, departments.id))
    .where(inArray(departments.id, ids));
  return new Map(
    rows.map(({ id, led, cooperating, soon, late }) => [
      id,
      { led: led ?? 0, cooperating: cooperating ?? 0, soon: soon ?? 0, late: late ?? 0 },
    ]),
  );
}

/** Units as a picker offers them, with their load for whoever assigns by it. One query more, none for anybody else. */
export async function withLoads(
  actor: Actor,
  units: readonly UnitOption[],
  today: Day,
): Promise<UnitOption[]> {
  if (!isFor(actor.role, "task.assign")) return [...units];
  const ids = units.map(({ id }) => id);
  const loads = await unitLoadsOf(database(), actor, ids, today);
  return units.map((unit) => ({ ...unit, load: loads.get(unit.id) ?? null }));
}
