import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Indicator, IndicatorTable } from "./indicator-table";

type ExcludedKind =
  | "statistics"
  | "heading"
  | "caption"
  | "company_news"
  | "past_results"
  | "project_news"
  | "slogan";
type Excluded = { kind: ExcludedKind; title: string; quote: string; reason: string };

/** What else the document's page carries: passages that direct nobody, and statistics as background. */
export function DocumentExtras(props: { excluded: Excluded[]; indicators: Indicator[] }) {
  const { excluded, indicators } = props;
  const t = useTranslations("public.document");
  return (
    <section className="mt-8 space-y-3">
      <Replayed title={t("excluded", { count: excluded.length })} hint={t("excludedHint")}>
        <ul className="divide-y divide-line">
          {excluded.map(({ kind, title, quote, reason }) => (
            <li key={title} className="py-3">
              <p className="text-sm text-muted">{t(`kinds.${kind}`)}</p>
              <p lang="zh-CN" className="font-semibold">
                {title}
              </p>
              {quote !== title && <blockquote lang="zh-CN">{quote}</blockquote>}
              <p lang="zh-CN" className="text-sm text-muted">
                {t("reason", { reason })}
              </p>
            </li>
          ))}
        </ul>
      </Replayed>
      <Replayed title={t("indicators", { count: indicators.length })} hint={t("indicatorsHint")}>
        <IndicatorTable indicators={indicators} />
      </Replayed>
    </section>
  );
}

function Replayed({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <details className="rounded border border-line bg-paper px-4 open:pb-4">
      <summary className="py-3 font-semibold">{title}</summary>
      <p className="text-sm text-muted">{hint}</p>
      {children}
    </details>
  );
}
