import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database, type Reader } from "@/db/client";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { type Actor, unitRoles } from "@/lib/domain/people/roles";
import {
  countsAs,
  type HandlerPost,
  type NameablePerson,
  type NamedPeople,
  type NamedPerson,
} from "@/lib/domain/tasks/handlers";

const handlers = alias(users, "handlers");
const heads = alias(users, "heads");

/** Whom the lead units have named (承办人, 分管领导), by task; tasks that name nobody are not there. `where` is over tasks and plans. */
export async function namedPeople(
  reader: Reader,
  where?: SQL,
): Promise<ReadonlyMap<string, NamedPeople>> {
  const rows = await reader
    .select({
      id: tasks.id,
      leadId: tasks.leadDepartmentId,
      handler: {
        id: handlers.id,
        name: handlers.displayName,
        role: handlers.role,
        departmentId: handlers.departmentId,
        disabledAt: handlers.disabledAt,
      },
      headInCharge: {
        id: heads.id,
        name: heads.displayName,
        role: heads.role,
        departmentId: heads.departmentId,
        disabledAt: heads.disabledAt,
      },
    })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .leftJoin(handlers, eq(handlers.id, tasks.handlerId))
    .leftJoin(heads, eq(heads.id, tasks.headInChargeId))
    .where(and(or(isNotNull(tasks.handlerId), isNotNull(tasks.headInChargeId)), where));
  return new Map(
    rows.map(({ id, leadId, handler, headInCharge }) => [
      id,
      {
        handler: toNamed("handler", handler, leadId),
        headInCharge: toNamed("headInCharge", headInCharge, leadId),
      },
    ]),
  );
}

type Row = Pick<typeof users.$inferSelect, "id" | "role" | "departmentId" | "disabledAt"> & {
  name: string;
};

function toNamed(post: HandlerPost, row: Row | null, leadId: string | null): NamedPerson | null {
  if (!row) return null;
  const { id, name, role, departmentId, disabledAt } = row;
  return {
    id,
    name,
    counts: countsAs(post, { role, departmentId, isEnabled: !disabledAt }, leadId),
  };
}

/** Whom an official or head can name for a task of their unit: its enabled people, heads last. */
export function nameablePeople(actor: Actor): Promise<NameablePerson[]> {
  return database()
    .select({
      id: users.id,
      name: users.displayName,
      username: users.username,
      role: users.role,
    })
    .from(users)
    .where(
      and(
        eq(users.departmentId, actor.departmentId),
        inArray(users.role, [...unitRoles]),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(users.role), asc(users.username));
}
