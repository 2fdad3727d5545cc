import type { NextRequest } from "next/server";
import { publicChanges } from "@/db/queries/public/public-changes";
import { describeStep } from "@/lib/open-data/describe";
import { openData, requireSpan } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

const usualDays = 30;

export function GET(request: NextRequest) {
  return openData(async () => {
    const span = await requireSpan(queryOf(request.nextUrl.searchParams), usualDays);
    const steps = await publicChanges(span.until, { since: span.since });
    return { ...span, changes: steps.map(describeStep) };
  });
}
