import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDay } from "@/components/ui/day";
import { DemoTag } from "@/components/ui/demo-tag";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import type { Disclosure } from "@/lib/domain/disclosure";

type Report = {
  progress: string | null;
  problems: string | null;
  nextSteps: string | null;
  percent: number | null;
  periodStart: DayValue;
  periodEnd: DayValue;
  noNews: boolean;
  publishedOn: DayValue;
  evidenceCount?: number;
  withdrawal?: { on: DayValue; reason: string } | null;
  /** Said to those inside: whether the approved words are public. */
  release?: Disclosure | "waits" | "withdrawn";
  isDemo: boolean;
};
type Props = {
  reports: Report[];
  hasChildren: boolean;
  isInside?: boolean;
  /** The way to others. */
  children?: ReactNode;
};

/** What the unit reported and a supervisor approved, newest first: to the public what was released, inside all of it. */
export function PublishedReports({ reports, hasChildren, isInside = false, children }: Props) {
  const t = useTranslations(isInside ? "work.approved" : "public");
  return (
    <section id="reports" className="mt-8 max-w-4xl">
      <h2 className="text-lg font-bold">{t("reports")}</h2>
      {reports.length === 0 && (
        <p className="mt-2 text-muted">{t(hasChildren ? "childReports" : "noReports")}</p>
      )}
      <ol className="mt-2 space-y-4">
        {reports.map((report) => (
          <li
            key={`${report.periodEnd} ${report.publishedOn} ${report.percent} ${report.progress}`}
            className="rounded border border-line bg-paper px-4 py-3"
          >
            <ReportText report={report} />
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}

function ReportText({ report }: { report: Report }) {
  const t = useTranslations("public");
  const inside = useTranslations("work.approved");
  const day = useDay();
  const { periodStart, periodEnd, percent, noNews, publishedOn, isDemo } = report;
  const { evidenceCount, withdrawal, release } = report;
  const parts = (["progress", "problems", "nextSteps"] as const).filter(
    // Without news there is the reason, and only what else was said.
    (part) => !noNews || part === "progress" || report[part],
  );
  return (
    <>
      <h3 className="font-semibold">
        {t("period", { start: day(periodStart), end: day(periodEnd) })}
      </h3>
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        {percent !== null && <span>{t("reportPercent", { percent })}</span>}
        <span>{(release ? inside : t)("publishedOn", { day: day(publishedOn) })}</span>
        {release && <span>{inside(`release.${release}`)}</span>}
        {evidenceCount !== undefined && <span>{t("evidence", { count: evidenceCount })}</span>}
        {isDemo && <DemoTag />}
      </p>
      {report.progress === null ? (
        <p className="mt-2 text-caution">
          {withdrawal
            ? t("withdrawn", { day: day(withdrawal.on), reason: withdrawal.reason })
            : t("noWords")}
        </p>
      ) : (
        <ReportWords report={report} parts={parts} />
      )}
    </>
  );
}

type Part = "progress" | "problems" | "nextSteps";

function ReportWords({ report, parts }: { report: Report; parts: Part[] }) {
  const t = useTranslations("public");
  const { noNews } = report;
  return (
    <dl className="mt-2">
      {parts.map((part) => (
        <div key={part} className="mt-2">
          <dt className="text-sm text-muted">
            {t(part === "progress" && noNews ? "noNews" : part)}
          </dt>
          <dd lang={report[part] ? "zh-CN" : undefined} className="whitespace-pre-line">
            {report[part] || t("none")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
