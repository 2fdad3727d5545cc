"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useDay } from "./day";
import type { ReportFieldsProps } from "./report-fields";
import { Field, inputStyle } from "./ui/field";

/** The period reported on; the one that is due is chosen already, and its last day is said. */
export function ReportPeriod({ sheet, form, errorOf }: ReportFieldsProps) {
  const t = useTranslations("work.report");
  const day = useDay();
  const chosen = useWatch({ control: sheet.control, name: "periodStart" });
  const period = form.periods.find(({ start }) => start === chosen);
  const hint = () => {
    if (form.facts.cycle === "none") return t("dueFree");
    if (!period?.dueOn) return undefined;
    if (period.isReported) return t("dueDone");
    return t(period.isLate ? "dueLate" : "dueBy", { day: day(period.dueOn) });
  };
  return (
    <Field id="periodStart" label={t("period")} hint={hint()} error={errorOf("periodStart")}>
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
  );
}
