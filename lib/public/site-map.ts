import { updatesOfPlans } from "@/db/queries/public/overviews";
import { publicPlans } from "@/db/queries/public/public";
import { tasksMapped, unitsMapped } from "@/db/queries/public/site-map";
import type { Day } from "@/lib/domain/calendar/days";

/** A page without its language, and the day of its last news, where it has any. */
export type MappedPage = { path: string; updatedOn: Day | null };
/** A file of the map, which is as new as what it names. */
export type MapFile = MappedPage;

const last = (days: readonly (Day | null)[]) =>
  days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1) ?? null;

/** A file names each page in two languages, and may have no more than 50,000 addresses (sitemaps.org). */
const mostPages = 25_000;

/** The files that the map of the site is made of: what does not grow with the tasks, the units, and each plan's tasks. */
export async function mapFiles(today: Day): Promise<MapFile[]> {
  const [plans, updates] = await Promise.all([publicPlans(today), updatesOfPlans(today)]);
  const all = last([...updates.values()]);
  return [
    ...["/sitemap-pages.xml", "/sitemap-units.xml"].map((path) => ({ path, updatedOn: all })),
    ...plans.map(({ slug }) => ({
      path: `/sitemap-tasks-${slug}.xml`,
      updatedOn: updates.get(slug) ?? null,
    })),
  ];
}

/** The pages that a file of the map names, null where there is no such file. */
export async function pagesMapped(file: string, today: Day): Promise<MappedPage[] | null> {
  if (file === "pages") return overviewsMapped(today);
  if (file === "units") return under("/units", await unitsMapped(today));
  if (!file.startsWith("tasks-")) return null;
  const tasks = await tasksMapped(today, file.slice("tasks-".length), mostPages);
  return tasks.length === 0 ? null : under("/tasks", tasks);
}

async function overviewsMapped(today: Day): Promise<MappedPage[]> {
  const [plans, updates] = await Promise.all([publicPlans(today), updatesOfPlans(today)]);
  const all = last([...updates.values()]);
  const documents = new Map(plans.map((plan) => [plan.documentSlug, plan.publishedOn]));
  return [
    ...["/", "/plans", "/tasks", "/units", "/changes", "/compare"].map((path) => ({
      ...{ path, updatedOn: all },
    })),
    { path: "/open-data", updatedOn: null },
    ...plans.map(({ slug }) => ({ path: `/plans/${slug}`, updatedOn: updates.get(slug) ?? null })),
    ...[...documents].map(([slug, updatedOn]) => ({ path: `/documents/${slug}`, updatedOn })),
  ];
}

function under(folder: string, rows: readonly { code: string; updatedOn: Day | null }[]) {
  return rows.map(({ code, updatedOn }) => ({ path: `${folder}/${code}`, updatedOn }));
}
