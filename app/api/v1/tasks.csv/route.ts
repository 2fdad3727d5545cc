import type { NextRequest } from "next/server";
import { openCsv } from "@/lib/open-data/csv";
import { openFile, requireTasks } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return openFile("text/csv; charset=utf-8", async () => {
    const { asOf, tasks } = await requireTasks(queryOf(request.nextUrl.searchParams));
    return openCsv(tasks, asOf);
  });
}
