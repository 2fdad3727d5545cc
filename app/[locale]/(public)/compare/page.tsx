import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompareForm } from "@/components/public/compare-form";
import { ChangedPlans, CompareCounts, CompareLists } from "@/components/public/comparison";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pages } from "@/components/ui/pages";
import type { Query } from "@/lib/domain/inputs";
import { comparisonPath } from "@/lib/domain/public/comparison";
import { publicMetadata } from "@/lib/public/public-metadata";
import { PublicPage } from "../public-page";
import { loadComparison } from "./load-comparison";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("compare");
  return publicMetadata({ path: "/compare", title: t("title"), description: t("lead") });
}

export default async function ComparePage({ searchParams }: Props) {
  const asked = await searchParams;
  const [t, found] = await Promise.all([getTranslations("compare"), loadComparison(asked)]);
  const { from, to, today, plan, list, choices, plans, comparison, page, pages } = found;
  const isAsked = Object.keys(asked).length > 0;
  const chosen = { from, to, plan: plan?.slug ?? null };
  return (
    <PublicPage path={isAsked ? comparisonPath({ ...chosen, list, page }) : "/compare"}>
      <Breadcrumb
        links={
          plan
            ? [{ href: `/plans/${plan.slug}`, title: plan.shortTitle, titleEn: plan.titleEn }]
            : []
        }
      />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("lead")}</p>
      {(found.isDayRefused || found.isPlanRefused) && (
        <p role="status" className="mt-2 text-alarm">
          {found.isDayRefused && t("refused")} {found.isPlanRefused && t("unknownPlan")}
        </p>
      )}
      <CompareForm
        {...{ chosen, today, presets: found.presets }}
        plans={choices}
        isCut={found.isChoiceCut}
      />
      <CompareCounts {...{ chosen, comparison, list }} />
      {plans.length > 1 || page > 1 ? <ChangedPlans {...{ chosen, plans }} /> : null}
      {list === null && (
        <Pages page={page} pages={pages} hrefOf={(to) => comparisonPath({ ...chosen, page: to })} />
      )}
      {list === null ? (
        <CompareLists {...{ chosen, comparison, list }} />
      ) : (
        <div data-total={comparison[list].count}>
          <CompareLists {...{ chosen, comparison, list }} />
          <Pages
            page={page}
            pages={pages}
            hrefOf={(to) => comparisonPath({ ...chosen, list, page: to })}
          />
        </div>
      )}
    </PublicPage>
  );
}
