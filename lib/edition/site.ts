import { mostSought } from "@/db/queries/public/edition";
import { publicPlaces } from "@/db/queries/public/places";
import { publicPlans } from "@/db/queries/public/public";
import type { Day } from "@/lib/domain/calendar/days";
import { readyPaths, type Site } from "./pages";

/** What the whole public edition is made of on a day. */
export async function readSite(asOf: Day): Promise<Site> {
  const [plans, tasks] = await Promise.all([publicPlans(asOf), publicPlaces(asOf)]);
  return {
    plans: plans.map(({ slug }) => slug),
    documents: [...new Set(plans.map(({ documentSlug }) => documentSlug))],
    units: [...new Set(tasks.flatMap(({ units }) => units))],
    tasks: tasks.map(({ code }) => code),
  };
}

/** So many pages are rendered in less than a minute by two slow cores, however large the installation is. */
const most = { plans: 50, units: 100, tasks: 100 };

/** The pages that are kept ready, most looked-for first. */
export async function readReady(): Promise<string[]> {
  return readyPaths(await mostSought(most));
}
