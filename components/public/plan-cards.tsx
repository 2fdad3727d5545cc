import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { Overview } from "@/lib/domain/public/overview";
import { OverviewLine } from "./overview-line";

type Plan = { slug: string; shortTitle: string; summary: string; overview: Overview };

export function PlanCards({ plans }: { plans: Plan[] }) {
  const t = useTranslations("public");
  return (
    <section className="mt-10">
      <h2 className="text-xl font-bold">{t("otherPlans")}</h2>
      <ul className="mt-3 grid gap-4 md:grid-cols-2">
        {plans.map(({ slug, shortTitle, summary, overview }) => (
          <li key={slug} className="rounded border border-line bg-paper p-4">
            <h3 className="text-lg font-semibold">
              <Anchor href={`/plans/${slug}`} lang="zh-CN">
                {shortTitle}
              </Anchor>
            </h3>
            <p lang="zh-CN" className="text-sm text-muted">
              {summary}
            </p>
            <p className="mt-2">{t("tracked", { count: overview.total })}</p>
            <OverviewLine overview={overview} />
          </li>
        ))}
      </ul>
    </section>
  );
}
