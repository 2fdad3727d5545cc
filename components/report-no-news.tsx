"use client";
import { useTranslations } from "next-intl";
import { unchangedPercent } from "@/lib/domain/submissions/reports";
import type { ReportFieldsProps } from "./report-fields";

/** 本期无新进展: one click, then only a reason. What was typed stays; what was only filled in gives way to the reason. */
export function ReportNoNews({ sheet, form: { facts, last }, errorOf }: ReportFieldsProps) {
  const t = useTranslations("work.report");
  const percent = unchangedPercent(facts);
  const filledIn = last && !last.noNews ? last.progress : "";
  const error = errorOf("noNews");
  const noNews = sheet.register("noNews", {
    onChange: ({ target }) => {
      const progress = sheet.getValues("progress");
      if (target.checked) sheet.setValue("percent", percent);
      if (target.checked && progress === filledIn) sheet.setValue("progress", "");
      if (!target.checked && progress.trim() === "") sheet.setValue("progress", filledIn);
    },
  });
  return (
    <div className="border border-line bg-paper px-3 py-1">
      <label className="flex min-h-11 items-center gap-2 font-semibold">
        <input
          {...noNews}
          id="noNews"
          type="checkbox"
          defaultChecked={sheet.getValues("noNews")}
          aria-describedby="noNews-hint"
          className="size-5"
        />
        {t("noNews")}
      </label>
      <p id="noNews-hint" className="text-sm text-muted">
        {percent === null ? t("noNewsHintRolledUp") : t("noNewsHint", { percent: `${percent}%` })}
      </p>
      {error && <p className="font-semibold text-alarm">{error}</p>}
    </div>
  );
}
