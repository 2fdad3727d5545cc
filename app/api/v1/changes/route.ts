import type { NextRequest } from "next/server";
import { pageOfChanges } from "@/db/queries/public/change-pages";
import { describeChange } from "@/lib/open-data/describe";
import { BadRequest, nextAddress, requirePart } from "@/lib/open-data/paging";
import { pagedResponse, requireSpan } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

const usualDays = 30;

export function GET(request: NextRequest) {
  return pagedResponse(async () => {
    const query = queryOf(request.nextUrl.searchParams);
    const { since, until } = await requireSpan(query, usualDays);
    const { limit, after } = requirePart(query);
    const page = await pageOfChanges(until, { since }, { limit, after });
    if (page === null) throw new BadRequest(["after"]);
    const next = nextAddress(request.nextUrl, page.next);
    return { since, until, changes: page.changes.map(describeChange), next };
  });
}
