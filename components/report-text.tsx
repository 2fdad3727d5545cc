import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/days";
import { useDay } from "./day";

export type ReportContent = {
  progress: string;
  problems: string;
  nextSteps: string;
  percent: number | null;
  periodStart: Day;
  periodEnd: Day;
};

export const reportParts = ["progress", "problems", "nextSteps"] as const;

/** A report to read: its period, its percentage and the three texts. */
export function ReportText({ content }: { content: ReportContent }) {
  const t = useTranslations("work.report");
  const day = useDay();
  const { periodStart, periodEnd, percent } = content;
  return (
    <div className="border border-line bg-paper px-3 py-2">
      <p className="text-sm text-muted">
        {t("periodRange", { start: day(periodStart), end: day(periodEnd) })}
        {" · "}
        {t("percent")} {percent ?? t("noPercent")}
      </p>
      <dl>
        {reportParts.map((part) => (
          <div key={part} className="mt-2">
            <dt className="text-sm text-muted">{t(part)}</dt>
            <dd lang="zh-CN" className="whitespace-pre-line">
              {content[part] || t("noText")}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
