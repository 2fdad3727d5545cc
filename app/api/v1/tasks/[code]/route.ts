import type { NextRequest } from "next/server";
import { describeWholeTask } from "@/lib/open-data/describe";
import { dataResponse, requireDay } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ code: string }> };

export function GET(request: NextRequest, { params }: Context) {
  return dataResponse(async () => {
    const asOf = await requireDay(queryOf(request.nextUrl.searchParams));
    const task = await describeWholeTask((await params).code, asOf);
    return task && { asOf, task };
  });
}
