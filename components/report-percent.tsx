"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type { ReportFieldsProps } from "./report-fields";
import { Field, inputStyle } from "./ui/field";

/** The percentage; a parent has none of its own, because it is rolled up from its sub-tasks. */
export function ReportPercent({ sheet, form, errorOf }: ReportFieldsProps) {
  const t = useTranslations("work.report");
  const kind = useWatch({ control: sheet.control, name: "kind" });
  if (form.facts.hasChildren) return <p className="text-muted">{t("percentRolledUp")}</p>;
  const last = form.last?.percent;
  const hint =
    kind === "completion"
      ? t("percentCompletion")
      : t("percentHint", { last: last == null ? t("noPercent") : `${last}%` });
  const percent = sheet.register("percent", {
    setValueAs: (typed) => (typed === "" || typed === null ? null : Number(typed)),
  });
  return (
    <Field id="percent" label={t("percent")} hint={hint} error={errorOf("percent")}>
      {(described) => (
        <input
          {...described}
          {...percent}
          defaultValue={sheet.getValues("percent") ?? ""}
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          step={1}
          className={`${inputStyle} max-w-40`}
        />
      )}
    </Field>
  );
}
