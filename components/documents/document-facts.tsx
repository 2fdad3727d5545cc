import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
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
  page: { name: string; note: string | null };
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
        <Fact label={t("document.page")}>
          <span lang="zh-CN">{document.page.name}</span>
          <Note>{document.page.note}</Note>
        </Fact>
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
