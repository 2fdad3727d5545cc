import { and, eq, inArray, isNull, ne, not, type SQL, sql } from "drizzle-orm";
import { unitsWithin } from "@/db/queries/people/branches";
import { isDeclaredBy } from "@/db/queries/tasks/declarers";
import { tasks } from "@/db/schema/tasks";
import { isFor } from "@/lib/domain/people/permissions";
import { type Actor, isUnitRole } from "@/lib/domain/people/roles";
import { type TaskAct, taskActs } from "@/lib/domain/tasks/tasks";

/** That a task is tracked (`isTracked`), as SQL over tasks. */
export const isTrackedTask = ne(tasks.kind, "principle");

/** A unit's people take part in what their unit leads; whoever oversees in what is led in their branch, or in all. */
export function isTheirs(actor: Actor): SQL | undefined {
  const { leadDepartmentId } = tasks;
  return isUnitRole(actor)
    ? eq(leadDepartmentId, actor.departmentId)
    : unitsWithin(actor, leadDepartmentId);
}

/** `taskActRefusal` is null, as SQL over tasks, of an act on what people lead or oversee. A test holds the two together. */
export function mayAct(
  actor: Actor,
  act: Extract<TaskAct, "assign" | "receive" | "chase" | "strike_off">,
): SQL | undefined {
  const { permission, from } = taskActs[act];
  if (!isFor(actor.role, permission)) return sql`false`;
  const isDue = act === "strike_off" ? isTheirsToVerify(actor) : undefined;
  return and(isTrackedTask, inArray(tasks.status, [...from]), isTheirs(actor), isDue);
}

/** Not struck off yet, and declared done by others. */
function isTheirsToVerify({ personId }: Actor): SQL | undefined {
  return and(isNull(tasks.struckOffOn), not(isDeclaredBy(personId, sql`${tasks.id}`)));
}
