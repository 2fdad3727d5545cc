import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanCards } from "@/components/public/plan-cards";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pages } from "@/components/ui/pages";
import { countPlans } from "@/db/queries/public/plans";
import { loadSiteSettings } from "@/db/queries/site-settings";
import type { Query } from "@/lib/domain/inputs";
import { pageAt } from "@/lib/domain/paging";
import { askedDay } from "@/lib/public/as-of";
import { listCountedPlans } from "@/lib/public/counted-plans";
import { pagePath } from "@/lib/public/page-path";
import { publicMetadata } from "@/lib/public/public-metadata";
import { PublicPage } from "../public-page";

type Props = { searchParams: Promise<Query> };

/** A page of more than this would be heavier than a public page may be. */
const pageSize = 24;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publicPlans");
  return publicMetadata({
    path: "/plans",
    title: t("title"),
    description: t("lead"),
    json: "/api/v1/plans",
  });
}

export default async function PlansPage({ searchParams }: Props) {
  const query = await searchParams;
  const when = await askedDay(query);
  const [t, count, { settings }] = await Promise.all([
    getTranslations("publicPlans"),
    countPlans(when.asOf),
    loadSiteSettings(),
  ]);
  const { page, pages, ...part } = pageAt(count, query.page, pageSize);
  const plans = await listCountedPlans(when.asOf, { ...part, first: settings.homePlans });
  return (
    <PublicPage path="/plans" when={when}>
      <Breadcrumb links={[]} />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("count", { count })}</p>
      <div data-total={count}>
        <PlanCards plans={plans} />
        <Pages page={page} pages={pages} hrefOf={(to) => pagePath("/plans", when, to)} />
      </div>
    </PublicPage>
  );
}
