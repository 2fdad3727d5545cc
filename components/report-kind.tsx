"use client";
import { useTranslations } from "next-intl";
import type { ReportFieldsProps } from "./report-fields";

/** 进展报告 or 办结申请. Completion waits for the sub-tasks, and always means 100 per cent. */
export function ReportKindField({ sheet, form: { facts } }: ReportFieldsProps) {
  const t = useTranslations();
  const kind = sheet.register("kind", {
    onChange: ({ target }) => {
      if (target.value !== "completion") return;
      sheet.setValue("noNews", false);
      if (!facts.hasChildren) sheet.setValue("percent", 100);
    },
  });
  return (
    <fieldset>
      <legend className="font-semibold">{t("work.report.kind")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {(["progress", "completion"] as const).map((each) => (
          <label key={each} className="inline-flex min-h-11 items-center gap-2">
            <input
              {...kind}
              type="radio"
              value={each}
              defaultChecked={each === sheet.getValues("kind")}
              disabled={each === "completion" && facts.hasOpenChildren}
              className="size-5"
            />
            {t(`submissionKinds.${each}`)}
          </label>
        ))}
      </div>
      {facts.hasOpenChildren && (
        <p className="text-sm text-muted">{t("work.report.childrenOpen")}</p>
      )}
      {facts.evidenceRequired && (
        <p className="text-sm text-muted">{t("work.report.evidenceNeeded")}</p>
      )}
    </fieldset>
  );
}
