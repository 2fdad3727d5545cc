import type { NextRequest } from "next/server";
import { taskCsv } from "@/lib/open-data/csv";
import { requireAllTasks, textResponse } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return textResponse("text/csv; charset=utf-8", async () => {
    const { asOf, batches } = await requireAllTasks(queryOf(request.nextUrl.searchParams));
    return taskCsv(batches(), asOf);
  });
}
