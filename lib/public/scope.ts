import { unitsOn } from "@/db/queries/people/units";
import { countFound, findCodes } from "@/db/queries/public/find";
import { publicPlan } from "@/db/queries/public/plans";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { anything } from "@/lib/domain/public/public-search";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { lights } from "@/lib/domain/tasks/lights";
import { listPublicCodes } from "./public-tasks";

/** What a feed or a calendar is of: a plan, a unit, a task, or (none of them) everything. */
export type Scope = { planSlug?: string; unitCode?: string; code?: string };

/** Its name (null for everything) and the path of its page on a day; null when there is no such thing. */
export async function findScope(scope: Scope, asOf: Day) {
  const { planSlug, unitCode, code } = scope;
  if (planSlug !== undefined) {
    const plan = await publicPlan(planSlug, asOf);
    return plan && { name: plan.title, nameEn: plan.titleEn, path: `/plans/${plan.slug}` };
  }
  if (unitCode !== undefined) {
    const [id, unit] = await findUnit(unitCode, asOf);
    if (!id || !unit) return null;
    const count = await countFound({ asOf, search: anything, concerned: [[id]] });
    const { name, nameEn } = unit;
    return count === 0 ? null : { name, nameEn, path: `/units/${encodeURIComponent(unitCode)}` };
  }
  if (code !== undefined) {
    const task = await findTask(code, asOf);
    return (
      task && { name: task.title, nameEn: task.titleEn, path: `/tasks/${encodeURIComponent(code)}` }
    );
  }
  return { name: null, nameEn: null, path: "/" };
}

/** A calendar of more than this is read by nobody. */
const mostDue = 400;
const yearDays = 366;

/**
 * Its tasks that a calendar tells of, on a day: what is not done, the first due first. Of everything and of a unit only so many,
 * and of those that were due long ago none.
 */
export async function dueTasks({ planSlug, unitCode, code }: Scope, asOf: Day) {
  if (code !== undefined) return listPublicCodes(asOf, [code]);
  const [id] = unitCode === undefined ? [] : await findUnit(unitCode, asOf);
  const isPlan = planSlug !== undefined;
  const search = {
    ...{ ...anything, plan: planSlug ?? "", order: "due" as const },
    light: lights.filter((light) => light !== "blue"),
    from: isPlan ? ("" as const) : addDays(asOf, -yearDays),
  };
  const asked = { asOf, search, concerned: id ? [[id]] : [] };
  return listPublicCodes(asOf, await findCodes(asked, { limit: mostDue }));
}

async function findUnit(code: string, asOf: Day) {
  return [...(await unitsOn(asOf))].find(([, { code: own }]) => own === code) ?? [];
}

/** A public task on a day, or null. */
export async function findTask(code: string, asOf: Day): Promise<ListedTask | null> {
  const [task] = await listPublicCodes(asOf, [code]);
  return task ?? null;
}
