import { eq, inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { liveDelegationsOf } from "@/db/queries/people/delegations";
import { stateColumns, toState } from "@/db/queries/submissions/submission-state";
import { cooperatorsOf } from "@/db/queries/tasks/cooperators";
import { readDeclarers } from "@/db/queries/tasks/declarers";
import { plans } from "@/db/schema/plans";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import type { World } from "./test-world.fixture";

/** What the people of a world have before their eyes: its tasks and submissions, and whom they stand in for. */
export type View = Awaited<ReturnType<typeof readView>>;
export type TaskView = View["tasks"][number];
export type SubmissionView = View["submissions"][number];

/** `codes` are the world's tasks, the parent of a part before it; `deputyIds` are those to whom anybody ever lent a right. */
export async function readView(world: World, codes: string[], deputyIds: string[], now: Date) {
  const reader = database();
  const rows = await reader.select().from(tasks).where(inArray(tasks.code, codes));
  const ids = rows.map(({ id }) => id);
  const cooperators = await cooperatorsOf(reader, ids);
  const declarers = new Map(
    await Promise.all(ids.map(async (id) => [id, await readDeclarers(reader, id)] as const)),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const written = await reader
    .select({
      id: submissions.id,
      taskId: submissions.taskId,
      version: submissions.version,
      ...stateColumns,
    })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(inArray(submissions.taskId, ids))
    .orderBy(submissions.createdAt);
  return {
    now,
    units: world.units,
    people: await withDelegations(world.people, deputyIds, now),
    tasks: codes.flatMap((code) => {
      const row = rows.find((each) => each.code === code);
      if (!row) return [];
      const parent = row.parentId ? byId.get(row.parentId) : undefined;
      return {
        ...row,
        cooperatingIds: (cooperators.get(row.id) ?? []).map(({ id }) => id),
        parentStatus: parent?.status ?? null,
        declarerIds: declarers.get(row.id) ?? [],
        parentDueOn: parent?.dueOn ?? null,
        hasChildren: rows.some(({ parentId }) => parentId === row.id),
      };
    }),
    submissions: written.map(toState),
  };
}

function withDelegations(people: Actor[], deputyIds: string[], now: Date): Promise<Actor[]> {
  return Promise.all(
    people.map(async (person) => {
      if (!deputyIds.includes(person.id)) return person;
      return { ...person, standsInFor: await liveDelegationsOf(database(), person.id, dayIn(now)) };
    }),
  );
}
