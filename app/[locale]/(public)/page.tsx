import { getTranslations } from "next-intl/server";
import { PlanCards, PlanOverview } from "@/components/public/plan-overview";
import { Timeline } from "@/components/public/timeline";
import { HomeEmpty, HomeIntro } from "@/components/site/home-empty";
import { HomeLinks } from "@/components/site/home-links";
import { overviewsOfPlans } from "@/db/queries/public/overviews";
import { publicPlans } from "@/db/queries/public/public";
import { newestChanges } from "@/db/queries/public/public-changes";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { addDays } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { trendOf } from "@/lib/domain/public/comparison";
import { overviewOf } from "@/lib/domain/public/overview";
import { homeOrder } from "@/lib/domain/site/settings";
import { askedDay } from "@/lib/public/as-of";
import { countTracked, listPublicTasks, snapshotOf } from "@/lib/public/public-tasks";
import { PublicPage } from "./public-page";

type Props = { searchParams: Promise<Query> };

const periodDays = 30;
const newest = 8;

export default async function Home({ searchParams }: Props) {
  const when = await askedDay(await searchParams);
  const { asOf } = when;
  const since = addDays(asOf, -periodDays);
  const [t, plans, overviews, changes, { settings }] = await Promise.all([
    getTranslations("changes"),
    publicPlans(asOf),
    overviewsOfPlans(asOf),
    newestChanges(asOf, newest),
    loadSiteSettings(),
  ]);
  const { intro, headline, homePlans } = settings;
  const [first, ...others] = homeOrder(
    plans.filter(({ archivedOn }) => archivedOn === null),
    homePlans,
  );
  if (!first) {
    return (
      <PublicPage path="/" when={when}>
        <HomeEmpty intro={intro} />
      </PublicPage>
    );
  }
  const [before, ownTasks] = await Promise.all([
    listPublicTasks(since, first.slug),
    listPublicTasks(asOf, first.slug),
  ]);
  const earlier = new Map(before.map((task) => [task.code, snapshotOf(task)]));
  const measures = ownTasks
    .filter(({ kind }) => kind === "measure")
    .map((task) => ({ ...task, trend: trendOf(earlier.get(task.code) ?? null, snapshotOf(task)) }));
  return (
    <PublicPage path="/" when={when}>
      <HomeIntro intro={intro} />
      <PlanOverview
        headline={headline}
        plan={first}
        goals={ownTasks.filter(({ kind }) => kind === "goal")}
        measures={measures}
        overview={countTracked(measures)}
        today={asOf}
      />
      <Timeline heading={t("recent")} changes={changes} withTasks />
      <HomeLinks plan={first} since={since} asOf={asOf} />
      {others.length > 0 && (
        <PlanCards
          plans={others.map((plan) => ({
            ...plan,
            overview: overviews.get(plan.slug) ?? overviewOf([]),
          }))}
        />
      )}
    </PublicPage>
  );
}
