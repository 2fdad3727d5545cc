import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import { LightTag } from "@/components/ui/light-tag";
import { Name } from "@/components/ui/name";
import type { SparkPoint } from "@/components/ui/sparkline";
import type { Trend } from "@/components/ui/trend";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import type { Overview } from "@/lib/domain/public/overview";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { defaultLocale } from "@/messages/locales";
import { OverviewBar, OverviewLine } from "./overview";
import { PublicTaskTable } from "./public-task-table";

type Props = {
  /** What the office calls the measures of its first plan, in Chinese; without it, and in English, they are counted. */
  headline: string;
  plan: { slug: string; title: string; titleEn: string | null; staleDays: number };
  goals: ListedTask[];
  /** The worst first. */
  measures: (ListedTask & { trend?: Trend; spark?: SparkPoint[] })[];
  overview: Overview;
  today: DayValue;
};

/** The answer first: how the measures of the first plan stand, then each of them. */
export function PlanOverview({ headline, plan, goals, measures, overview, today }: Props) {
  const t = useTranslations("public");
  const day = useDay();
  const locale = useLocale();
  return (
    <>
      <h1 className="flex flex-wrap items-baseline gap-x-2 text-xl leading-snug sm:text-2xl">
        <span className="font-bold">
          {headline && locale === defaultLocale ? headline : t("total", { count: overview.total })}
          {t("colon")}
        </span>
        <OverviewLine overview={overview} />
      </h1>
      <OverviewBar overview={overview} />
      <p className="mt-2 text-sm text-muted">
        {t("asOf", { day: day(today) })} ·{" "}
        <Anchor href={`/plans/${plan.slug}`} className="underline">
          <Name name={plan.title} english={plan.titleEn} />
        </Anchor>
        <span className="no-print">
          {" · "}
          <a href="#as-of" className="underline">
            {t("otherDay")}
          </a>
        </span>
      </p>
      {goals.map((goal) => (
        <p key={goal.code} className="mt-3 flex flex-wrap gap-x-3 gap-y-1">
          <span className="text-muted">{t("goal")}</span>
          <Anchor href={`/tasks/${goal.code}`}>
            <Name name={goal.title} english={goal.titleEn} />
          </Anchor>
          <LightTag health={goal.health} />
        </p>
      ))}
      <div className="mt-4">
        <PublicTaskTable
          caption={t("measuresCaption")}
          tasks={measures}
          today={today}
          staleDays={plan.staleDays}
        />
      </div>
      {overview.total > measures.length && (
        <p className="mt-2">
          <Anchor href={`/plans/${plan.slug}`} className="underline">
            {t("moreMeasures")}
          </Anchor>
        </p>
      )}
    </>
  );
}
