import type { NextRequest } from "next/server";
import { overviewsOfPlans } from "@/db/queries/public/overviews";
import { countPlans, plansAfter, publicPlan } from "@/db/queries/public/plans";
import { overviewOf } from "@/lib/domain/public/overview";
import { describePlan } from "@/lib/open-data/describe";
import { BadRequest, cutPage, nextAddress, requirePart } from "@/lib/open-data/paging";
import { pagedResponse, requireDay } from "@/lib/open-data/responses";
import { queryOf } from "@/lib/public/find-tasks";

export const dynamic = "force-dynamic";

export function GET(request: NextRequest) {
  return pagedResponse(async () => {
    const query = queryOf(request.nextUrl.searchParams);
    const asOf = await requireDay(query);
    const { limit, after } = requirePart(query);
    if (after !== null && !(await publicPlan(after, asOf))) throw new BadRequest(["after"]);
    const [total, found] = await Promise.all([
      countPlans(asOf),
      plansAfter(asOf, after, limit + 1),
    ]);
    const { shown, next } = cutPage(found, limit, ({ slug }) => slug);
    const overviews = await overviewsOfPlans(
      asOf,
      shown.map(({ slug }) => slug),
    );
    return {
      ...{ asOf, total },
      plans: shown.map((plan) => describePlan(plan, overviews.get(plan.slug) ?? overviewOf([]))),
      next: nextAddress(request.nextUrl, next),
    };
  });
}
