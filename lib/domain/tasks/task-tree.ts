import type { Day } from "@/lib/domain/calendar/days";

type Child = { code: string; parentCode: string | null };
export type Branch<Task> = { task: Task; children: Branch<Task>[] };

/** Tasks as a tree, keeping their order. One whose parent is not in the list is a root. */
export function toTree<Task extends Child>(tasks: readonly Task[]): Branch<Task>[] {
  const branches = new Map(
    tasks.map((task): [string, Branch<Task>] => [task.code, { task, children: [] }]),
  );
  const roots: Branch<Task>[] = [];
  for (const branch of branches.values()) {
    const parent = branches.get(branch.task.parentCode ?? "");
    (parent?.children ?? roots).push(branch);
  }
  return roots;
}

/** Tasks in their order, each that directly follows what it is below (or another part of it) with that: the first of each is the parent. */
export function toFamilies<Task extends Child>(tasks: readonly Task[]): [Task, ...Task[]][] {
  const families: [Task, ...Task[]][] = [];
  for (const task of tasks) {
    const family = families.at(-1);
    if (family && family[0].code === task.parentCode) family.push(task);
    else families.push([task]);
  }
  return families;
}

type Update = { updatedOn: Day | null; approvedOn: Day | null; isDemo: boolean };

/**
 * The last day anything was published on a task or below it, or approved, and whether any of that is demo data, by code: a parent's
 * percentage comes from its sub-tasks, and so does its date.
 */
export function rollUpUpdates(tasks: readonly (Child & Update)[]): Map<string, Update> {
  const updates = new Map<string, Update>();
  const visit = ({ task, children }: Branch<Child & Update>): Update => {
    const all = [task, ...children.map(visit)];
    const last = (days: (Day | null)[]) =>
      days
        .flatMap((day) => day ?? [])
        .sort()
        .at(-1) ?? null;
    const update = {
      updatedOn: last(all.map(({ updatedOn }) => updatedOn)),
      approvedOn: last(all.map(({ approvedOn }) => approvedOn)),
      isDemo: all.some(({ isDemo }) => isDemo),
    };
    updates.set(task.code, update);
    return update;
  };
  toTree(tasks).forEach(visit);
  return updates;
}
