import type { NextRequest } from "next/server";
import { describeTask } from "@/lib/open-data/describe";
import { nextAddress } from "@/lib/open-data/paging";
import { pagedResponse, requireTasks } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return pagedResponse(async () => {
    const { asOf, total, tasks, next } = await requireTasks(queryOf(request.nextUrl.searchParams));
    return {
      asOf,
      total,
      tasks: tasks.map(describeTask),
      next: nextAddress(request.nextUrl, next),
    };
  });
}
