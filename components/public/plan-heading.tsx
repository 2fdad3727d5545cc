import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import { Name } from "@/components/ui/name";
import { Notice } from "@/components/ui/notice";
import type { Day, Day as DayValue } from "@/lib/domain/calendar/days";
import { comparisonPath } from "@/lib/domain/public/comparison";
import type { Overview } from "@/lib/domain/public/overview";
import { OverviewBar, OverviewLine } from "./overview";

type Plan = {
  title: string;
  titleEn: string | null;
  summary: string;
  documentSlug: string;
  documentTitle: string;
  issuer: string;
  archivedOn: DayValue | null;
};

export function PlanHeading(props: { plan: Plan; overview: Overview; today: DayValue }) {
  const { plan, overview, today } = props;
  const t = useTranslations("public");
  const day = useDay();
  return (
    <>
      <h1 className="text-2xl font-bold leading-snug">
        <Name name={plan.title} english={plan.titleEn} />
      </h1>
      <p lang="zh-CN" className="mt-1 text-muted">
        {plan.summary}
      </p>
      {plan.archivedOn && (
        <Notice tone="info" title={t("archived")}>
          {t("archivedHint", { day: day(plan.archivedOn) })}
        </Notice>
      )}
      <p className="mt-3 text-lg">
        <strong data-total={overview.total} className="mr-4">
          {t("tracked", { count: overview.total })}
        </strong>
        <OverviewLine overview={overview} />
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
        <span>{t("asOf", { day: day(today) })}</span>
        <span>
          {t("source")}
          {t("colon")}
          <Anchor href={`/documents/${plan.documentSlug}`} lang="zh-CN">
            {plan.documentTitle}
          </Anchor>
        </span>
        <span>
          {t("issuer")}
          {t("colon")}
          <span lang="zh-CN">{plan.issuer}</span>
        </span>
      </p>
    </>
  );
}

type Props = { slug: string; since: Day; asOf: Day; now: Overview; before: Overview };

/** How a plan stands as a bar, and beneath how it stood a period before; the words above each bar say the same. */
export function PlanTrend({ slug, since, asOf, now, before }: Props) {
  const t = useTranslations("trend");
  const day = useDay();
  return (
    <>
      <OverviewBar overview={now} />
      {before.total > 0 && (
        <div className="mt-3 text-sm text-muted">
          <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
            <span>{t("before", { day: day(since) })}</span>
            <OverviewLine overview={before} />
            <Anchor
              href={comparisonPath({ from: since, to: asOf, plan: slug })}
              className="inline-flex min-h-6 items-center underline print:hidden"
            >
              {t("compare")}
            </Anchor>
          </p>
          <OverviewBar overview={before} isSmall />
        </div>
      )}
    </>
  );
}
