import type { NextRequest } from "next/server";
import { describeTask } from "@/lib/open-data/describe";
import { dataResponse, requireTasks } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return dataResponse(async () => {
    const { asOf, tasks } = await requireTasks(queryOf(request.nextUrl.searchParams));
    return { asOf, tasks: tasks.map(describeTask) };
  });
}
