import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";
import { comparisonPath } from "@/lib/domain/public/comparison";
import type { Overview } from "@/lib/domain/public/overview";
import { OverviewBar } from "./overview-bar";
import { OverviewLine } from "./overview-line";

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
          </p>
          <OverviewBar overview={before} isPast />
          <p className="no-print mt-1">
            <Anchor
              href={comparisonPath({ from: since, to: asOf, plan: slug })}
              className="inline-flex min-h-6 items-center underline"
            >
              {t("compare")}
            </Anchor>
          </p>
        </div>
      )}
    </>
  );
}
