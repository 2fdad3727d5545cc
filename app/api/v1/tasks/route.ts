import type { NextRequest } from "next/server";
import { publicPlans } from "@/db/queries/public";
import { currentDay } from "@/lib/clock";
import { describeTask, openData } from "@/lib/open-data";
import { listPublicTasks } from "@/lib/public-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  const plan = request.nextUrl.searchParams.get("plan") ?? undefined;
  return openData(async () => {
    const asOf = await currentDay();
    const [plans, tasks] = await Promise.all([publicPlans(), listPublicTasks(asOf, plan)]);
    if (plan !== undefined && !plans.some(({ slug }) => slug === plan)) return null;
    return { asOf, tasks: tasks.map(describeTask) };
  });
}
