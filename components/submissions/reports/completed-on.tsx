"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/forms/form-fields";
import type { FieldsProps } from "@/components/submissions/submission-form";
import type { ReportValues } from "./report-values";

/** The day on which the work was done, where that was before today: without one it is the day of sending. */
export function CompletedOn({ form, errorOf }: FieldsProps<ReportValues>) {
  const t = useTranslations("work");
  return (
    <DateField
      name="completedOn"
      form={form}
      label={t("report.completedOn")}
      mark={t("form.optional")}
      hint={t("report.completedOnHint")}
      error={errorOf("completedOn")}
    />
  );
}
