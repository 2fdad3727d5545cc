import { publicPlans } from "@/db/queries/public";
import { currentDay } from "@/lib/clock";
import { describePlan, openData } from "@/lib/open-data";
import { listPublicTasks } from "@/lib/public-tasks";

export const dynamic = "force-dynamic";

export function GET() {
  return openData(async () => {
    const asOf = await currentDay();
    const [plans, tasks] = await Promise.all([publicPlans(asOf), listPublicTasks(asOf)]);
    return { asOf, plans: plans.map((plan) => describePlan(plan, tasks)) };
  });
}
