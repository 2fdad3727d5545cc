import { publicPlaces } from "@/db/queries/public/places";
import { publicPlans } from "@/db/queries/public/public";
import { currentDay } from "@/lib/clock";
import type { Day } from "@/lib/domain/calendar/days";

/** Every public page without its language, and the day of its last news, where it has any. */
export async function publicPages(): Promise<{ path: string; updatedOn: Day | null }[]> {
  const today = await currentDay();
  const [plans, tasks] = await Promise.all([publicPlans(today), publicPlaces(today)]);
  const newest = (chosen: typeof tasks) =>
    chosen
      .flatMap(({ updatedOn }) => updatedOn ?? [])
      .toSorted()
      .at(-1) ?? null;
  const all = newest(tasks);
  const byUnit = new Map<string, typeof tasks>();
  for (const task of tasks)
    for (const unit of task.units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), task]);
  const involved = [...byUnit].map(([code, own]) => ({
    path: `/units/${code}`,
    updatedOn: newest(own),
  }));
  const documents = new Map(plans.map((plan) => [plan.documentSlug, plan.publishedOn]));
  return [
    ...["/", "/plans", "/tasks", "/units", "/changes", "/compare"].map((path) => ({
      ...{ path, updatedOn: all },
    })),
    { path: "/open-data", updatedOn: null },
    ...plans.map(({ slug }) => ({
      path: `/plans/${slug}`,
      updatedOn: newest(tasks.filter(({ plan }) => plan === slug)),
    })),
    ...[...documents].map(([slug, publishedOn]) => ({
      path: `/documents/${slug}`,
      updatedOn: publishedOn,
    })),
    ...tasks.map(({ code, updatedOn }) => ({ path: `/tasks/${code}`, updatedOn })),
    ...involved,
  ];
}
