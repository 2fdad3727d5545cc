import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { PlanHeading, PlanTrend } from "@/components/public/plan-heading";
import { PlanTree } from "@/components/public/plan-tree";
import { Timeline } from "@/components/public/timeline";
import { FollowLinks } from "@/components/subscriptions/follow-links";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { publicPlans } from "@/db/queries/public/public";
import { publicChanges } from "@/db/queries/public/public-changes";
import { addDays } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { toTree } from "@/lib/domain/tasks/task-tree";
import { askedDay } from "@/lib/public/as-of";
import { publicMetadata } from "@/lib/public/public-metadata";
import { countTracked, listPublicTasks } from "@/lib/public/public-tasks";
import { PublicPage } from "../../public-page";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<Query>;
};

const recentDays = 30;
const newest = 6;

const findPlan = cache(async (slug: string, asof: Query[string]) => {
  const when = await askedDay({ asof });
  const plan = (await publicPlans(when.asOf)).find((each) => each.slug === slug);
  return plan ? { plan, when } : notFound();
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { plan } = await findPlan((await params).slug, (await searchParams).asof);
  return publicMetadata({
    path: `/plans/${plan.slug}`,
    title: plan.shortTitle,
    description: plan.summary,
    image: `/plans/${plan.slug}/share.png`,
    feed: `/plans/${plan.slug}/feed.atom`,
    calendar: `/plans/${plan.slug}/calendar.ics`,
    json: `/api/v1/tasks?plan=${plan.slug}`,
  });
}

export default async function PlanPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { plan, when } = await findPlan(slug, (await searchParams).asof);
  const { asOf } = when;
  const since = addDays(asOf, -recentDays);
  const [t, tasks, earlier, changes] = await Promise.all([
    getTranslations("changes"),
    listPublicTasks(asOf, slug),
    listPublicTasks(since, slug),
    publicChanges(asOf, { planSlug: slug, since }),
  ]);
  const now = countTracked(tasks);
  return (
    <PublicPage path={`/plans/${slug}`} when={when}>
      <Breadcrumb links={[]} />
      <PlanHeading plan={plan} overview={now} today={asOf} />
      <PlanTrend {...{ slug, since, asOf, now }} before={countTracked(earlier)} />
      <PlanTree branches={toTree(tasks)} today={asOf} staleDays={plan.staleDays} />
      <Timeline heading={t("recent")} changes={changes.slice(0, newest)} withTasks />
      <p className="mt-2">
        <Anchor href="/changes">{t("all")}</Anchor>
      </p>
      <FollowLinks followed={{ kind: "plan", target: slug }} />
    </PublicPage>
  );
}
