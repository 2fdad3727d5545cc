import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import type { Overview } from "@/lib/domain/public/overview";
import { OverviewLine } from "./overview-line";

type Plan = {
  title: string;
  summary: string;
  documentSlug: string;
  documentTitle: string;
  issuer: string;
};

export function PlanHeading(props: { plan: Plan; overview: Overview; today: DayValue }) {
  const { plan, overview, today } = props;
  const t = useTranslations("public");
  const day = useDay();
  return (
    <>
      <h1 lang="zh-CN" className="text-2xl font-bold leading-snug">
        {plan.title}
      </h1>
      <p lang="zh-CN" className="mt-1 text-muted">
        {plan.summary}
      </p>
      <p className="mt-3 text-lg">
        <strong className="mr-4">{t("tracked", { count: overview.total })}</strong>
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
