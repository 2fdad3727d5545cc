import { getTranslations } from "next-intl/server";
import { DueSoon } from "@/components/public/due-soon";
import { Milestones } from "@/components/public/milestones";
import { PlanCards } from "@/components/public/plan-cards";
import { PlanOverview } from "@/components/public/plan-overview";
import { Timeline } from "@/components/public/timeline";
import { HomeEmpty, HomeIntro } from "@/components/site/home-empty";
import { HomeLinks } from "@/components/site/home-links";
import { Anchor } from "@/components/ui/anchor";
import { isMailOn } from "@/db/queries/mail";
import { newestChanges } from "@/db/queries/public/change-pages";
import { countFound, findCodes } from "@/db/queries/public/find";
import { countDue, overviewOfPlan } from "@/db/queries/public/overviews";
import { publicPercents } from "@/db/queries/public/percents";
import { listOutline } from "@/db/queries/public/plan-tasks";
import { countPlans } from "@/db/queries/public/plans";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { trendOf } from "@/lib/domain/public/comparison";
import { milestoneStarts, milestonesFrom } from "@/lib/domain/public/milestones";
import { anything, type Search } from "@/lib/domain/public/public-search";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { worstFirst } from "@/lib/domain/tasks/lights";
import type { TaskKind } from "@/lib/domain/tasks/tasks";
import { askedDay } from "@/lib/public/as-of";
import { listCountedPlans } from "@/lib/public/counted-plans";
import { listPublicCodes, snapshotOf } from "@/lib/public/public-tasks";
import { PublicPage } from "./public-page";

type Props = { searchParams: Promise<Query> };

const periodDays = 30;
const newest = 8;
/** A page of more than this would be heavier than a public page may be. */
const most = { plans: 24, measures: 20, goals: 3, soon: 8 };
/** How far back the small line beside a percentage goes. */
const sparkDays = 90;
const dueSoon: Search = { ...anything, due: "soon", order: "due" };

export default async function Home({ searchParams }: Props) {
  const when = await askedDay(await searchParams);
  const { asOf } = when;
  const since = addDays(asOf, -periodDays);
  const { settings } = await loadSiteSettings();
  const { intro, headline, homePlans } = settings;
  const [t, tPublic, plans, count, changes] = await Promise.all([
    getTranslations("changes"),
    getTranslations("public"),
    listCountedPlans(asOf, { limit: most.plans + 1, first: homePlans }),
    countPlans(asOf),
    newestChanges(asOf, newest),
  ]);
  const [first, ...others] = plans.filter(({ archivedOn }) => archivedOn === null);
  if (!first) {
    return (
      <PublicPage path="/" when={when}>
        <HomeEmpty intro={intro} />
      </PublicPage>
    );
  }
  const [goals, measures, overview, soon, due] = await Promise.all([
    listKind(asOf, first.slug, "goal", most.goals),
    listMeasures(asOf, since, first.slug),
    overviewOfPlan(asOf, first.slug, "measure"),
    listDueSoon(asOf),
    countDue(asOf, milestoneStarts(asOf)),
  ]);
  return (
    <PublicPage path="/" when={when}>
      <HomeIntro intro={intro} />
      <PlanOverview
        headline={headline}
        plan={first}
        goals={goals}
        measures={measures}
        overview={overview}
        today={asOf}
      />
      <DueSoon {...soon} search={{ ...dueSoon, asof: when.isPast ? asOf : "" }} today={asOf} />
      <Milestones milestones={milestonesFrom(asOf, due)} today={asOf} isPast={when.isPast} />
      <Timeline heading={t("recent")} changes={changes} withTasks />
      <HomeLinks plan={first} since={since} asOf={asOf} isMailOn={await isMailOn()} />
      {others.length > 0 && <PlanCards heading={tPublic("otherPlans")} plans={others} />}
      {count > 1 + others.length && (
        <p className="mt-3">
          <Anchor href="/plans" data-count={count} className="underline">
            {tPublic("allPlans", { count })}
          </Anchor>
        </p>
      )}
    </PublicPage>
  );
}

async function listKind(day: Day, slug: string, kind: TaskKind, limit: number) {
  const outline = await listOutline(day, { slug, kind }, { limit });
  return listPublicCodes(
    day,
    outline.map(({ code }) => code),
  );
}

/** What is due within the next days, the earliest first: a few, and how many there are. */
async function listDueSoon(asOf: Day) {
  const asked = { asOf, search: dueSoon, concerned: [], isTracked: true };
  const [count, codes] = await Promise.all([
    countFound(asked),
    findCodes(asked, { limit: most.soon }),
  ]);
  return { count, tasks: await listPublicCodes(asOf, codes) };
}

/** The measures of a plan, the worst first, each with how it has come along since an earlier day. */
async function listMeasures(asOf: Day, since: Day, slug: string) {
  const measures = await listKind(asOf, slug, "measure", most.measures);
  const codes = measures.map(({ code }) => code);
  const before = await listPublicCodes(since, codes);
  const earlier = new Map(before.map((task) => [task.code, snapshotOf(task)]));
  const percents = await publicPercents(codes, addDays(asOf, -sparkDays), asOf);
  const rank = ({ health }: ListedTask) => worstFirst.indexOf(health.light);
  return measures
    .toSorted((a, b) => rank(a) - rank(b))
    .map((task) => ({
      ...task,
      trend: trendOf(earlier.get(task.code) ?? null, snapshotOf(task)),
      spark: percents.get(task.code),
    }));
}
