import { randomUUID } from "node:crypto";
import { eq, getTableColumns } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { users } from "@/db/schema/people";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { Actor } from "@/lib/domain/people/roles";
import { recorded } from "./recorded.fixture";
import { now } from "./scenario.fixture";
import type { World } from "./test-world.fixture";
import { assignmentOf, onTask, someone } from "./test-world-scenarios.fixture";
import { makeUnit } from "./unit-inputs.fixture";

/** A unit of its own with an official and a head, who leads the world's task from the day it received it. */
export async function unitWithTask(owner: Database, world: World) {
  const admin = someone(world, "system_admin");
  const [unit, other] = [await makeUnit(admin), await makeUnit(admin)];
  const [official, head] = await Promise.all([
    hire(owner, world, "official", unit),
    hire(owner, world, "head", unit),
  ]);
  const choice = { leadId: unit.id, cooperatingIds: [world.units.cooperating] };
  await assignTask(admin, { ...(await assignmentOf(world)), ...choice }, now);
  await receiveTask(official, await onTask(world.code), now);
  return { world, admin, unit, other, official, head };
}

/** A new account in a unit, as the owner of the database makes it. */
export async function hire(
  owner: Database,
  world: World,
  role: "official" | "head",
  unit: { id: string; name: string },
): Promise<Actor> {
  const actor = { ...someone(world, role), id: randomUUID(), personId: randomUUID() };
  const createdAt = new Date("2024-06-01T09:00:00+08:00");
  const about = {
    displayName: actor.name,
    role,
    departmentId: unit.id,
    passwordHash: "",
    personId: actor.personId,
  };
  const roleGrantedById = someone(world, "security_admin").id;
  const account = { id: actor.id, username: actor.id, createdAt, roleGrantedById, ...about };
  await recorded(owner, (tx) => tx.insert(users).values(account));
  return { ...actor, departmentId: unit.id, departmentName: unit.name };
}

/** Every text on a task, the first begun first. */
export function textsOf(code: string) {
  return database()
    .select(getTableColumns(submissions))
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .where(eq(tasks.code, code))
    .orderBy(submissions.createdAt, submissions.status);
}
