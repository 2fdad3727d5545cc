import { cache } from "react";
import { publicParts } from "@/db/queries/public/parts";
import { publicTasks } from "@/db/queries/public/public";
import type { Day } from "@/lib/domain/calendar/days";
import type { TaskSnapshot } from "@/lib/domain/public/comparison";
import type { ListedTask } from "@/lib/domain/public/public-task";

/** A public task on a day, with the codes of its parts in document order; null where there is none of that code. Asked once a request. */
export const findPublicTask = cache(async (day: Day, code: string) => {
  const [[task], parts] = await Promise.all([listPublicCodes(day, [code]), publicParts(day, code)]);
  return task ? { task, parts } : null;
});

/** The public ones of these tasks on a day, in this order, each with its last update or its sub-tasks'. */
export async function listPublicCodes(day: Day, codes: readonly string[]): Promise<ListedTask[]> {
  if (codes.length === 0) return [];
  const listed = await publicTasks(day, { codes });
  const byCode = new Map(
    listed.map((task) => {
      const { updatedOn, approvedOn, isDemo } = task.health.ofAll;
      return [task.code, { ...task, updatedOn, approvedOn, isDemo }];
    }),
  );
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** A task as comparisons take it. */
export function snapshotOf({ health: { percent, light }, deadline }: ListedTask): TaskSnapshot {
  return { percent, light, dueOn: deadline.dueOn };
}
