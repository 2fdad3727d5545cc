import { unitsOn } from "@/db/queries/people/units";
import { findCodes } from "@/db/queries/public/find";
import { publicPlans } from "@/db/queries/public/public";
import type { Day } from "@/lib/domain/calendar/days";
import { anything } from "@/lib/domain/public/public-search";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { listPublicCodes, listPublicTasks } from "./public-tasks";

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
    const [id, unit] =
      [...(await unitsOn(asOf))].find(([, { code: own }]) => own === unitCode) ?? [];
    if (!id || !unit) return null;
    const codes = await findCodes({ asOf, search: anything, concerned: [[id]] });
    if (codes.length === 0) return null;
    const tasks = await listPublicCodes(asOf, codes);
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
  const [task] = await listPublicCodes(asOf, [code]);
  return task ?? null;
}
