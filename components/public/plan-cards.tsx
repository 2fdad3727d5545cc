import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Name } from "@/components/ui/name";
import type { Overview } from "@/lib/domain/public/overview";
import { OverviewLine } from "./overview";

type Plan = {
  slug: string;
  shortTitle: string;
  titleEn: string | null;
  summary: string;
  archivedOn: string | null;
  overview: Overview;
};

/** Plans, each with what it is about and how its tracked tasks stand; under a heading of their own on a page of more. */
export function PlanCards({ heading, plans }: { heading?: string; plans: Plan[] }) {
  const t = useTranslations("public");
  const Title = heading ? "h3" : "h2";
  return (
    <section className={heading ? "mt-10" : "mt-4"}>
      {heading && <h2 className="text-xl font-bold">{heading}</h2>}
      <ul className="mt-3 grid gap-4 md:grid-cols-2">
        {plans.map(({ slug, shortTitle, titleEn, summary, archivedOn, overview }) => (
          <li key={slug} className="break-inside-avoid rounded border border-line bg-paper p-4">
            <Title className="text-lg font-semibold">
              <Anchor href={`/plans/${slug}`} data-count={overview.total}>
                <Name name={shortTitle} english={titleEn} />
              </Anchor>
              {archivedOn && <small className="ml-2 font-normal text-muted">{t("archived")}</small>}
            </Title>
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
