import { overviewsOfPlans } from "@/db/queries/public/overviews";
import { pageOfPlans } from "@/db/queries/public/plans";
import { overviewOf } from "@/lib/domain/public/overview";

/** A part of the public plans on a day, in the order of `pageOfPlans`, each with how its tracked tasks stand. */
export async function listCountedPlans(...asked: Parameters<typeof pageOfPlans>) {
  const plans = await pageOfPlans(...asked);
  const slugs = plans.map(({ slug }) => slug);
  const overviews = await overviewsOfPlans(asked[0], slugs);
  return plans.map((plan) => ({ ...plan, overview: overviews.get(plan.slug) ?? overviewOf([]) }));
}
