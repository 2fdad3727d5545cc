"use client";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { textLimits } from "@/lib/domain/inputs";
import { useDay } from "./day";
import { ReportKind } from "./report-kind";
import { ReportPercent } from "./report-percent";
import { reportParts } from "./report-text";
import type { ReportValues } from "./report-values";
import { Button } from "./ui/button";
import { Field, inputStyle } from "./ui/field";
import type { ReportFormFacts } from "./use-report-form";

export type FieldProps = {
  sheet: UseFormReturn<ReportValues>;
  form: ReportFormFacts;
  errorOf: (field: keyof ReportValues) => string | undefined;
};

/** Everything an official fills in: kind, period, percentage, and 进展情况 / 存在问题 / 下一步工作打算. */
export function ReportFields({ onPrefill, ...props }: FieldProps & { onPrefill: () => void }) {
  const { sheet, form, errorOf } = props;
  const t = useTranslations("work.report");
  const day = useDay();
  return (
    <>
      <ReportKind {...props} />
      <Field id="periodStart" label={t("period")} error={errorOf("periodStart")}>
        {(described) => (
          <select
            {...described}
            {...sheet.register("periodStart")}
            defaultValue={sheet.getValues("periodStart")}
            className={inputStyle}
          >
            {form.periods.map(({ start, end }) => (
              <option key={start} value={start}>
                {t("periodRange", { start: day(start), end: day(end) })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ReportPercent {...props} />
      <Prefill sheet={sheet} form={form} onPrefill={onPrefill} />
      {reportParts.map((part) => (
        <LongText key={part} part={part} sheet={sheet} error={errorOf(part)} />
      ))}
    </>
  );
}

/** 沿用上期, as long as there is no text that it would replace. */
function Prefill({
  sheet,
  form: { published },
  onPrefill,
}: Pick<FieldProps, "sheet" | "form"> & { onPrefill: () => void }) {
  const t = useTranslations("work.report");
  const written = useWatch({ control: sheet.control, name: reportParts }).join("");
  if (!published || written.trim() !== "") return null;
  const prefill = () => {
    for (const part of reportParts) sheet.setValue(part, published[part], { shouldDirty: true });
    onPrefill();
    sheet.setFocus("progress");
  };
  return (
    <Button tone="plain" onClick={prefill}>
      {t("prefill")}
    </Button>
  );
}

type Part = (typeof reportParts)[number];
const hinted: Partial<Record<Part, string>> = {
  progress: "progressHint",
  problems: "problemsHint",
};

function LongText({
  part,
  sheet,
  error,
}: Pick<FieldProps, "sheet"> & { part: Part; error?: string }) {
  const t = useTranslations("work");
  const count = useWatch({ control: sheet.control, name: part }).length;
  const max = textLimits[part];
  const hint = hinted[part];
  return (
    <Field
      id={part}
      label={t(`report.${part}`)}
      mark={t(part === "problems" ? "form.optional" : "form.required")}
      hint={hint && t(`report.${hint}`)}
      error={error}
    >
      {(described) => (
        <>
          <textarea
            {...described}
            {...sheet.register(part)}
            defaultValue={sheet.getValues(part)}
            lang="zh-CN"
            rows={part === "progress" ? 7 : 4}
            className={inputStyle}
          />
          <p className={`text-right text-sm ${count > max ? "text-alarm" : "text-muted"}`}>
            {t("form.counter", { count, max })}
          </p>
        </>
      )}
    </Field>
  );
}
