import { cache } from "react";
import { publicTasks } from "@/db/queries/public";
import type { Day } from "./domain/days";
import { rollUpUpdates } from "./domain/task-tree";

/** The public tasks of one plan, or of all, each with its last update or its sub-tasks'. Asked once a request. */
export const listPublicTasks = cache(async (today: Day, planSlug?: string) => {
  const tasks = await publicTasks(today, planSlug);
  const updates = rollUpUpdates(
    tasks.map(({ code, parentCode, standing: { lastPublishedOn, isDemo } }) => ({
      code,
      parentCode,
      updatedOn: lastPublishedOn,
      isDemo,
    })),
  );
  const childCounts = countChildren(tasks);
  return tasks.map((task) => ({
    ...task,
    updatedOn: updates.get(task.code)?.updatedOn ?? null,
    isDemo: updates.get(task.code)?.isDemo ?? false,
    childCount: childCounts.get(task.code) ?? 0,
  }));
});

function countChildren(tasks: readonly { parentCode: string | null }[]) {
  const counts = new Map<string, number>();
  for (const { parentCode } of tasks)
    if (parentCode) counts.set(parentCode, (counts.get(parentCode) ?? 0) + 1);
  return counts;
}

export type ListedTask = Awaited<ReturnType<typeof listPublicTasks>>[number];
