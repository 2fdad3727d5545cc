import { planOfTask, publicPlans } from "@/db/queries/public/public";
import { publicUnits } from "@/db/queries/public/public-units";
import type { Day } from "@/lib/domain/calendar/days";
import { concerns } from "@/lib/domain/public/public-match";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { listPublicTasks } from "./public-tasks";

/** What a feed or a calendar is of: a plan, a unit, a task, or (none of them) everything. */
export type Scope = { planSlug?: string; unitCode?: string; code?: string };

/** Its name (null for everything), the path of its page and its tasks on a day; null when there is no such thing. */
export async function findScope(scope: Scope, asOf: Day) {
  const { planSlug, unitCode, code } = scope;
  if (planSlug !== undefined) {
    const plan = (await publicPlans(asOf)).find(({ slug }) => slug === planSlug);
    if (!plan) return null;
    const tasks = await listPublicTasks(asOf, planSlug);
    return { name: plan.title, path: `/plans/${plan.slug}`, tasks };
  }
  if (unitCode !== undefined) {
    const unit = (await publicUnits(asOf)).find((each) => each.code === unitCode);
    if (!unit) return null;
    const tasks = (await listPublicTasks(asOf)).filter((task) =>
      concerns(task, (each) => each === unitCode),
    );
    return { name: unit.name, path: `/units/${encodeURIComponent(unitCode)}`, tasks };
  }
  if (code !== undefined) {
    const task = await findTask(code, asOf);
    return task && { name: task.title, path: `/tasks/${encodeURIComponent(code)}`, tasks: [task] };
  }
  return { name: null, path: "/", tasks: await listPublicTasks(asOf) };
}

/** A public task on a day, or null. */
export async function findTask(code: string, asOf: Day): Promise<ListedTask | null> {
  const slug = await planOfTask(code);
  if (slug === null) return null;
  return (await listPublicTasks(asOf, slug)).find((task) => task.code === code) ?? null;
}
