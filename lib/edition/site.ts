import { publicPlaces } from "@/db/queries/public/places";
import { publicPlans } from "@/db/queries/public/public";
import type { Day } from "@/lib/domain/calendar/days";
import type { Site } from "./pages";

/** What the public edition is made of on a day. A city takes part in what its districts do. */
export async function readSite(asOf: Day): Promise<Site> {
  const [plans, tasks] = await Promise.all([publicPlans(asOf), publicPlaces(asOf)]);
  return {
    plans: plans.map(({ slug }) => slug),
    documents: [...new Set(plans.map(({ documentSlug }) => documentSlug))],
    units: [...new Set(tasks.flatMap(({ units }) => units))],
    tasks: tasks.map(({ updatedOn: _, ...task }) => task),
  };
}
