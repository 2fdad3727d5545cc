import type { NextRequest } from "next/server";
import { publicUnits } from "@/db/queries/public/overviews";
import { describeUnit } from "@/lib/open-data/describe";
import { dataResponse, requireDay } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return dataResponse(async () => {
    const asOf = await requireDay(queryOf(request.nextUrl.searchParams));
    return { asOf, units: (await publicUnits(asOf)).map(describeUnit) };
  });
}
