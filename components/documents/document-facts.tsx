import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import { Table } from "@/components/ui/table";
import type { Day as DayValue } from "@/lib/domain/calendar/days";

type Document = {
  title: string;
  titleNote: string | null;
  kind: string;
  issuer: string;
  issuerNote: string | null;
  documentNumber: string | null;
  documentNumberNote: string | null;
  datedOn: DayValue | null;
  dateNote: string | null;
  publishedOn: DayValue;
  page: { name: string; note: string | null } | null;
};

export function DocumentFacts({ document }: { document: Document }) {
  const t = useTranslations("public");
  return (
    <header>
      <p className="text-sm text-muted">{t("source")}</p>
      <h1 lang="zh-CN" className="text-2xl font-bold leading-snug">
        {document.title}
      </h1>
      <Note>{document.titleNote}</Note>
      <Facts>
        <Fact label={t("document.kind")}>
          <span lang="zh-CN">{document.kind}</span>
        </Fact>
        <Fact label={t("issuer")}>
          <span lang="zh-CN">{document.issuer}</span>
          <Note>{document.issuerNote}</Note>
        </Fact>
        <Fact label={t("document.number")}>
          {document.documentNumber ?? t("document.notGiven")}
          <Note>{document.documentNumberNote}</Note>
        </Fact>
        <Fact label={t("document.dated")}>
          {document.datedOn ? <Day day={document.datedOn} /> : t("document.notGiven")}
          <Note>{document.dateNote}</Note>
        </Fact>
        <Fact label={t("document.published")}>
          <Day day={document.publishedOn} />
        </Fact>
        {document.page && (
          <Fact label={t("document.page")}>
            <span lang="zh-CN">{document.page.name}</span>
            <Note>{document.page.note}</Note>
          </Fact>
        )}
      </Facts>
    </header>
  );
}

function Note({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p lang="zh-CN" className="text-sm text-muted">
      {children}
    </p>
  );
}

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
  if (excluded.length + indicators.length === 0) return null;
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

type Indicator = {
  name: string;
  value: string;
  unit: string;
  period: string | null;
  quote: string;
};

function IndicatorTable({ indicators }: { indicators: Indicator[] }) {
  const t = useTranslations("public.document");
  const columns = ["indicator", "value", "indicatorPeriod", "indicatorQuote"] as const;
  return (
    <Table caption={t("indicatorsHint")} columns={columns.map((column) => t(column))}>
      {indicators.map(({ name, value, unit, period, quote }) => (
        <tr key={`${name} ${period}`} lang="zh-CN">
          <td>{name}</td>
          <td className="md:whitespace-nowrap">
            {value} {unit}
          </td>
          <td>{period}</td>
          <td>{quote}</td>
        </tr>
      ))}
    </Table>
  );
}
