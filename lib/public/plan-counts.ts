import { overviewOfPlan } from "@/db/queries/public/overviews";
import { hasDemo } from "@/db/queries/public/plan-tasks";
import type { Day } from "@/lib/domain/calendar/days";
import type { Overview } from "@/lib/domain/public/overview";

/** How a plan stands: as it is told, of its measures or, where it has none, of all its tasks; and of all. */
export type PlanCounts = {
  told: Overview;
  areMeasures: boolean;
  all: Overview;
  isDemo: boolean;
};

/** How a public plan stands on a day. Only counts. */
export async function countPlan(slug: string, asOf: Day): Promise<PlanCounts> {
  const [measures, all, isDemo] = await Promise.all([
    overviewOfPlan(asOf, slug, "measure"),
    overviewOfPlan(asOf, slug),
    hasDemo(asOf, slug),
  ]);
  const areMeasures = measures.total > 0;
  return { told: areMeasures ? measures : all, areMeasures, all, isDemo };
}
