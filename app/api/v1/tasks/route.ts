import type { NextRequest } from "next/server";
import { queryOf } from "@/lib/find-tasks";
import { openData, requireTasks } from "@/lib/open-data";
import { describeTask } from "@/lib/open-data-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return openData(async () => {
    const { asOf, tasks } = await requireTasks(queryOf(request.nextUrl.searchParams));
    return { asOf, tasks: tasks.map(describeTask) };
  });
}
