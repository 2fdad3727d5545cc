import { cache } from "react";
import { publicTasks } from "@/db/queries/public/public";
import type { Day } from "@/lib/domain/calendar/days";
import type { TaskSnapshot } from "@/lib/domain/public/comparison";
import type { ListedTask, PublicTask } from "@/lib/domain/public/public-task";
import { rollUpUpdates } from "@/lib/domain/tasks/task-tree";

/** A public task with all below and above it on a day, in document order. Asked once a request. */
export const listPublicTree = cache(
  async (day: Day, code: string): Promise<ListedTask[]> =>
    withUpdates(await publicTasks(day, { codes: [code] })),
);

/** The public ones of these tasks on a day, in this order, each with its last update or its sub-tasks'. */
export async function listPublicCodes(day: Day, codes: readonly string[]): Promise<ListedTask[]> {
  if (codes.length === 0) return [];
  const listed = withUpdates(await publicTasks(day, { codes }));
  const byCode = new Map(listed.map((task) => [task.code, task]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

function withUpdates(tasks: readonly PublicTask[]): ListedTask[] {
  const updates = rollUpUpdates(
    tasks.map(({ code, parentCode, health }) => ({
      code,
      parentCode,
      updatedOn: health.lastPublishedOn,
      approvedOn: health.lastApprovedOn,
      isDemo: health.isDemo,
    })),
  );
  const never = { updatedOn: null, approvedOn: null, isDemo: false };
  return tasks.map((task) => ({ ...task, ...(updates.get(task.code) ?? never) }));
}

/** A task as comparisons take it. */
export function snapshotOf({ health: { percent, light }, deadline }: ListedTask): TaskSnapshot {
  return { percent, light, dueOn: deadline.dueOn };
}
