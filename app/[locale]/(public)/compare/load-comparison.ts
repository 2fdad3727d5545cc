import { comparePublic, type Span } from "@/db/queries/public/compare";
import { countPlans, firstPublicDay, pageOfPlans, publicPlan } from "@/db/queries/public/plans";
import { addDays } from "@/lib/domain/calendar/days";
import { oneText, type Query } from "@/lib/domain/inputs";
import { pageAt, pageNumber } from "@/lib/domain/paging";
import { comparedLists } from "@/lib/domain/public/comparison";
import { askedDay } from "@/lib/public/as-of";

/** So many of each list are shown beside the others, and of one by itself; so many plans, and in the choice of one. */
const [few, pageSize, plansShown, mostChoices] = [8, 50, 20, 50];
const none = { limit: 0 };

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
  const slug = oneText(asked.plan);
  const [plan, choices, planCount] = await Promise.all([
    slug ? publicPlan(slug, to) : null,
    pageOfPlans(to, { limit: mostChoices, first: slug ? [slug] : [] }),
    countPlans(to),
  ]);
  const span = { from, to, planSlug: plan?.slug ?? null };
  const list = comparedLists.find((each) => each === asked.list) ?? null;
  return {
    ...{ from, to, today, plan, list, choices },
    /** Where there are too many to choose from, they are chosen in the list of plans. */
    isChoiceCut: planCount > choices.length,
    isDayRefused: one.refused || other.refused,
    isPlanRefused: Boolean(asked.plan) && plan === null,
    presets: [
      { key: "month", from: back(30) },
      { key: "quarter", from: back(90) },
      { key: "start", from: start },
    ] as const,
    ...(list ? await loadList(span, list, asked.page) : await loadAll(span, asked.page)),
  };
}

async function loadList(span: Span, list: (typeof comparedLists)[number], asked: Query[string]) {
  const offset = (pageNumber(asked) - 1) * pageSize;
  const load = (part: { limit: number; offset?: number }) => comparePublic(span, part, none);
  const { lists } = await load({ limit: pageSize, offset });
  const { page, pages, ...part } = pageAt(lists[list].count, asked, pageSize);
  // A page behind the last is the last.
  const comparison = part.offset === offset ? lists : (await load(part)).lists;
  return { comparison, page, pages, plans: [] };
}

async function loadAll(span: Span, asked: Query[string]) {
  const offset = (pageNumber(asked) - 1) * plansShown;
  const ofPlans = span.planSlug === null ? { limit: plansShown, offset } : none;
  const { lists, byPlan } = await comparePublic(span, { limit: few }, ofPlans);
  const count = span.planSlug === null ? byPlan.count : 0;
  const { page, pages } = pageAt(count, asked, plansShown);
  return { comparison: lists, page, pages, plans: byPlan.plans };
}
