import { unitsOn } from "@/db/queries/people/units";
import { publicPlans } from "@/db/queries/public/public";
import { currentDay } from "@/lib/clock";
import type { Day } from "@/lib/domain/calendar/days";
import { concerns } from "@/lib/domain/public/public-match";
import { listPublicTasks } from "./public-tasks";

/** Every public page without its language, and the day of its last news, where it has any. */
export async function publicPages(): Promise<{ path: string; updatedOn: Day | null }[]> {
  const today = await currentDay();
  const [plans, tasks, units] = await Promise.all([
    publicPlans(today),
    listPublicTasks(today),
    unitsOn(today),
  ]);
  const newest = (chosen: typeof tasks) =>
    chosen
      .flatMap(({ updatedOn }) => updatedOn ?? [])
      .toSorted()
      .at(-1) ?? null;
  const all = newest(tasks);
  const involved = [...units.values()].flatMap(({ code }) => {
    const own = tasks.filter((task) => concerns(task, (each) => each === code));
    return own.length > 0 ? [{ path: `/units/${code}`, updatedOn: newest(own) }] : [];
  });
  const documents = new Map(plans.map((plan) => [plan.documentSlug, plan.publishedOn]));
  return [
    ...["/", "/tasks", "/units", "/changes", "/compare"].map((path) => ({ path, updatedOn: all })),
    { path: "/open-data", updatedOn: null },
    ...plans.map(({ slug }) => ({
      path: `/plans/${slug}`,
      updatedOn: newest(tasks.filter(({ plan }) => plan.slug === slug)),
    })),
    ...[...documents].map(([slug, publishedOn]) => ({
      path: `/documents/${slug}`,
      updatedOn: publishedOn,
    })),
    ...tasks.map(({ code, updatedOn }) => ({ path: `/tasks/${code}`, updatedOn })),
    ...involved,
  ];
}
