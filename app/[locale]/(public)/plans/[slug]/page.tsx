import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Milestones } from "@/components/public/milestones";
import { PlanHeading, PlanTrend } from "@/components/public/plan-heading";
import { PlanTree } from "@/components/public/plan-tree";
import { Timeline } from "@/components/public/timeline";
import { FollowLinks } from "@/components/subscriptions/follow-links";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pages } from "@/components/ui/pages";
import { isMailOn } from "@/db/queries/mail";
import { newestChanges } from "@/db/queries/public/change-pages";
import { countDue, overviewOfPlan } from "@/db/queries/public/overviews";
import { countOutline, listOutline } from "@/db/queries/public/plan-tasks";
import { publicPlan } from "@/db/queries/public/plans";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { pageAt } from "@/lib/domain/paging";
import { milestoneStarts, milestonesFrom } from "@/lib/domain/public/milestones";
import { toTree } from "@/lib/domain/tasks/task-tree";
import { askedDay } from "@/lib/public/as-of";
import { pagePath } from "@/lib/public/page-path";
import { publicMetadata } from "@/lib/public/public-metadata";
import { listPublicCodes } from "@/lib/public/public-tasks";
import { nameIn } from "@/messages/locales";
import { PublicPage } from "../../public-page";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Query>;
};

const recentDays = 30;
const newest = 4;
/** A page of more than this would be heavier than a public page may be. */
const pageSize = 50;

const findPlan = cache(async (slug: string, asof: Query[string]) => {
  const when = await askedDay({ asof });
  const plan = await publicPlan(slug, when.asOf);
  return plan ? { plan, when } : notFound();
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { plan } = await findPlan((await params).slug, (await searchParams).asof);
  return publicMetadata({
    path: `/plans/${plan.slug}`,
    title: nameIn(await getLocale(), plan.shortTitle, plan.titleEn),
    description: plan.summary,
    image: `/plans/${plan.slug}/share.png`,
    feed: `/plans/${plan.slug}/feed.atom`,
    calendar: `/plans/${plan.slug}/calendar.ics`,
    json: `/api/v1/tasks?plan=${plan.slug}`,
  });
}

export default async function PlanPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const query = await searchParams;
  const { plan, when } = await findPlan(slug, query.asof);
  const { asOf } = when;
  const since = addDays(asOf, -recentDays);
  const [t, count, now, before, changes, due] = await Promise.all([
    getTranslations("changes"),
    countOutline(asOf, { slug }),
    overviewOfPlan(asOf, slug),
    overviewOfPlan(since, slug),
    newestChanges(asOf, newest, { planSlug: slug }),
    countDue(asOf, milestoneStarts(asOf), slug),
  ]);
  const { page, pages, ...part } = pageAt(count, query.page, pageSize);
  const tasks = await listPart(asOf, slug, part);
  return (
    <PublicPage path={`/plans/${slug}`} when={when}>
      <Breadcrumb
        links={[{ href: "/plans", title: (await getTranslations("publicPlans"))("title") }]}
      />
      <PlanHeading plan={plan} overview={now} today={asOf} />
      <PlanTrend {...{ slug, since, asOf, now, before }} />
      <PlanTree branches={toTree(tasks)} today={asOf} staleDays={plan.staleDays} />
      <Pages page={page} pages={pages} hrefOf={(to) => pagePath(`/plans/${slug}`, when, to)} />
      <Milestones
        milestones={milestonesFrom(asOf, due)}
        today={asOf}
        plan={slug}
        isPast={when.isPast}
      />
      <Timeline heading={t("recent")} changes={changes} withTasks />
      <p className="no-print mt-2">
        <Anchor href="/changes">{t("all")}</Anchor>
      </p>
      <FollowLinks followed={{ kind: "plan", target: slug }} isMailOn={await isMailOn()} />
    </PublicPage>
  );
}

/** The tasks of a page, each after what it is below, though that stands on the page before. */
async function listPart(asOf: Day, slug: string, part: { limit: number; offset: number }) {
  const outline = await listOutline(asOf, { slug }, part);
  const codes = new Set(outline.flatMap(({ code, parentCode }) => [parentCode ?? code, code]));
  return listPublicCodes(asOf, [...codes]);
}
