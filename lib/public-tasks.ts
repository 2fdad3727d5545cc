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
  return tasks.map((task) => ({
    ...task,
    updatedOn: updates.get(task.code)?.updatedOn ?? null,
    isDemo: updates.get(task.code)?.isDemo ?? false,
    childCount: tasks.filter(({ parentCode }) => parentCode === task.code).length,
  }));
});

export type ListedTask = Awaited<ReturnType<typeof listPublicTasks>>[number];
