import { and, asc, desc, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import { departmentNames, departments, users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { levelOf } from "@/lib/domain/people/departments";
import { isWithin } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { isEnabled, isHelpedBy, isLedBy, isOpenTask, openThingsOf } from "./open-things";
import { keptBy, wayTo } from "./unit-tree";

const successors = alias(departments, "successors");

/** A unit of those that this person keeps, with its names in time and what of it is open; null for any other. */
export async function loadUnitPage(actor: Actor, code: string) {
  const reader = database();
  const [found] = await reader
    .select({
      unit: departments,
      successor: { id: successors.id, code: successors.code, name: successors.name },
    })
    .from(departments)
    .leftJoin(successors, eq(successors.id, departments.mergedIntoId))
    .where(and(eq(departments.code, code), keptBy(actor)));
  if (!found) return null;
  const { unit, successor } = found;
  const [way, names, open, tasksInAll] = await Promise.all([
    wayTo(reader, unit.id),
    reader
      .select({ fromOn: departmentNames.fromOn, name: departmentNames.name })
      .from(departmentNames)
      .where(eq(departmentNames.departmentId, unit.id))
      .orderBy(desc(departmentNames.fromOn)),
    openThingsOf(reader, unit.id),
    reader.$count(tasks, isItsTask(unit.id)),
  ]);
  const level = levelOf([...way.map(({ kind }) => kind), unit.kind]);
  const kept = <Other extends { id: string }>(other: Other) => ({
    ...other,
    isKept: isWithin(actor, other.id),
  });
  return {
    ...{ ...unit, names, open, level, tasks: tasksInAll },
    ...{ successor: successor && kept(successor), way: way.map(kept) },
  };
}
export type UnitPage = NonNullable<Awaited<ReturnType<typeof loadUnitPage>>>;

const isItsTask = (id: string) => and(isOpenTask, or(isLedBy(id), isHelpedBy(id)));
/** How much of a unit's lists a page shows. */
export const listedPerPage = 20;

/** Open tasks of a unit, by their codes, those that it leads first; `limit` of them from `page`. */
export function unitTasks(actor: Actor, id: string, page: number, limit = listedPerPage) {
  return database()
    .select({
      code: tasks.code,
      title: tasks.title,
      status: tasks.status,
      isLead: sql<boolean>`${isLedBy(id)} is true`,
    })
    .from(tasks)
    .innerJoin(departments, eq(departments.id, id))
    .where(and(keptBy(actor), isItsTask(id)))
    .orderBy(desc(sql`${isLedBy(id)} is true`), asc(tasks.sortOrder), asc(tasks.code))
    .limit(limit)
    .offset((page - 1) * limit);
}

/** The accounts in use of a unit; `limit` of them from `page`. */
export function unitPeople(actor: Actor, id: string, page: number, limit = listedPerPage) {
  return database()
    .select({ id: users.id, name: users.displayName, username: users.username, role: users.role })
    .from(users)
    .innerJoin(departments, eq(departments.id, users.departmentId))
    .where(and(keptBy(actor), eq(departments.id, id), isEnabled))
    .orderBy(asc(users.role), asc(users.username))
    .limit(limit)
    .offset((page - 1) * limit);
}

/** Another unit that this person keeps, by code, for what is to be done with it; undefined for a closed one and any other. */
export async function openUnit(actor: Actor, code: string) {
  const [unit] = await database()
    .select({ id: departments.id, code: departments.code, name: departments.name })
    .from(departments)
    .where(and(eq(departments.code, code), keptBy(actor), isNull(departments.closedOn)));
  return unit;
}
