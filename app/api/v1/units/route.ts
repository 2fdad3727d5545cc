import type { NextRequest } from "next/server";
import { publicUnits } from "@/db/queries/public/overviews";
import { describeUnit } from "@/lib/open-data/describe";
import { cutPage, itemsAfter, nextAddress, requirePart } from "@/lib/open-data/paging";
import { pagedResponse, requireDay } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return pagedResponse(async () => {
    const query = queryOf(request.nextUrl.searchParams);
    const asOf = await requireDay(query);
    const { limit, after } = requirePart(query);
    const codeOf = ({ code }: { code: string }) => code;
    const units = await publicUnits(asOf);
    const { shown, next } = cutPage(itemsAfter(units, after, codeOf), limit, codeOf);
    return {
      ...{ asOf, total: units.length },
      units: shown.map(describeUnit),
      next: nextAddress(request.nextUrl, next),
    };
  });
}
