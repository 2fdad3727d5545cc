import type { NextRequest } from "next/server";
import { queryOf } from "@/lib/find-tasks";
import { openFile, requireTasks } from "@/lib/open-data";
import { openCsv } from "@/lib/open-data-csv";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return openFile("text/csv; charset=utf-8", async () => {
    const { asOf, tasks } = await requireTasks(queryOf(request.nextUrl.searchParams));
    return openCsv(tasks, asOf);
  });
}
