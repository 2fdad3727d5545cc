import { comparePublic } from "@/db/queries/public/compare";
import { firstPublicDay, publicPlans } from "@/db/queries/public/public";
import { addDays } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { askedDay } from "@/lib/public/as-of";

/**
 * Two days compared, of all plans or of one: thirty days ago and today unless others are asked for, the earlier first
 * whichever way round they stand. A day without a record and a plan that does not exist are told as refused.
 */
export async function loadComparison(asked: Query) {
  const [one, other] = await Promise.all([
    askedDay({ asof: asked.from }),
    askedDay({ asof: asked.to }),
  ]);
  const { today } = other;
  const start = (await firstPublicDay()) ?? today;
  const back = (days: number) => [start, addDays(today, -days)].sort().at(-1) ?? today;
  const chosen = asked.from && !one.refused ? one.asOf : back(30);
  const [from = today, to = today] = [chosen, other.asOf].sort();
  const plans = await publicPlans(to);
  const plan = plans.find(({ slug }) => slug === asked.plan) ?? null;
  return {
    ...{ from, to, today, plan, plans },
    isDayRefused: one.refused || other.refused,
    isPlanRefused: Boolean(asked.plan) && plan === null,
    presets: [
      { key: "month", from: back(30) },
      { key: "quarter", from: back(90) },
      { key: "start", from: start },
    ] as const,
    comparison: await comparePublic({ from, to, planSlug: plan?.slug ?? null }),
  };
}
