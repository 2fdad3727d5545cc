import type { NextRequest } from "next/server";
import { publicChanges } from "@/db/queries/public/public-changes";
import { describeChange } from "@/lib/open-data/describe";
import { dataResponse, requireSpan } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

const usualDays = 30;

export function GET(request: NextRequest) {
  return dataResponse(async () => {
    const span = await requireSpan(queryOf(request.nextUrl.searchParams), usualDays);
    const changes = await publicChanges(span.until, { since: span.since });
    return { ...span, changes: changes.map(describeChange) };
  });
}
