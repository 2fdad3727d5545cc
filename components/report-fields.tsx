"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { textLimits } from "@/lib/domain/texts";
import { LongText } from "./long-text";
import type { ReportFormFacts } from "./report-form";
import { ReportKindField } from "./report-kind";
import { ReportNoNews } from "./report-no-news";
import { ReportPercent } from "./report-percent";
import { ReportPeriod } from "./report-period";
import type { ReportValues } from "./report-values";
import type { FieldsProps } from "./submission-form";
import { Notice } from "./ui/notice";

export type ReportFieldsProps = FieldsProps<ReportValues> & { form: ReportFormFacts };

/** Everything an official fills in: kind, period, percentage, and 进展情况 / 存在问题 / 下一步工作打算. */
export function ReportFields(props: ReportFieldsProps) {
  const { sheet, form, errorOf } = props;
  const t = useTranslations("work.report");
  const [kind, noNews] = useWatch({ control: sheet.control, name: ["kind", "noNews"] });
  const isPart = kind === "contribution";
  const progress = noNews ? "noNewsReason" : "progress";
  return (
    <>
      {!form.open && form.last && (
        <Notice tone="info">
          {t("prefilled")} <span className="text-muted">{t("prefilledHint")}</span>
        </Notice>
      )}
      {!isPart && <ReportKindField {...props} />}
      <ReportPeriod {...props} />
      {kind === "progress" && <ReportNoNews {...props} />}
      {!isPart && !noNews && <ReportPercent {...props} />}
      <LongText
        name="progress"
        sheet={sheet}
        label={t(progress)}
        hint={t(isPart ? "contributionProgressHint" : `${progress}Hint`)}
        error={errorOf("progress")}
        max={textLimits.progress}
        rows={noNews ? 4 : 7}
      />
      {noNews ? (
        <details className="border border-line bg-paper p-3">
          <summary className="min-h-8">{t("noNewsRest")}</summary>
          <div className="mt-2 space-y-5">
            <Rest {...props} isOptional />
          </div>
        </details>
      ) : (
        <Rest {...props} />
      )}
    </>
  );
}

function Rest({ sheet, errorOf, isOptional }: ReportFieldsProps & { isOptional?: true }) {
  const t = useTranslations("work.report");
  return (
    <>
      <LongText
        name="problems"
        sheet={sheet}
        label={t("problems")}
        hint={t("problemsHint")}
        error={errorOf("problems")}
        max={textLimits.problems}
        isOptional
      />
      <LongText
        name="nextSteps"
        sheet={sheet}
        label={t("nextSteps")}
        error={errorOf("nextSteps")}
        max={textLimits.nextSteps}
        isOptional={isOptional}
      />
    </>
  );
}
