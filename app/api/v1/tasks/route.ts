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
    if (plan !== undefined && !(await publicPlans(asOf)).some(({ slug }) => slug === plan))
      return null;
    return { asOf, tasks: (await listPublicTasks(asOf, plan)).map(describeTask) };
  });
}
