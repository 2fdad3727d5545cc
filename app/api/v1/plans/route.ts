import type { NextRequest } from "next/server";
import { publicPlans } from "@/db/queries/public/public";
import { describePlan } from "@/lib/open-data/describe";
import { dataResponse, requireDay } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";
import { listPublicTasks } from "@/lib/public/public-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return dataResponse(async () => {
    const asOf = await requireDay(queryOf(request.nextUrl.searchParams));
    const [plans, tasks] = await Promise.all([publicPlans(asOf), listPublicTasks(asOf)]);
    return { asOf, plans: plans.map((plan) => describePlan(plan, tasks)) };
  });
}
