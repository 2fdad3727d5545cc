"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type { Department } from "@/components/assignments/assign-values";
import type { FieldsProps } from "@/components/submissions/submission-form";
import { LongText } from "@/components/ui/long-text";
import { UnitSelect } from "@/components/ui/unit-select";
import type { AdjustmentChange, AdjustmentContent } from "@/lib/domain/submissions/contents";
import { textLimits } from "@/lib/domain/texts";
import { AdjustmentChangeField } from "./adjustment-change";

export type AdjustmentFacts = {
  offered: readonly AdjustmentChange[];
  leadId: string | null;
  scope: string | null;
  units: Department[];
};

/** The choice of change, then its own fields only. */
export function AdjustmentFields({
  sheet,
  errorOf,
  offered,
  leadId,
  scope,
  units,
}: FieldsProps<AdjustmentContent> & AdjustmentFacts) {
  const t = useTranslations("work.request");
  const required = useTranslations("work.form")("required");
  const change = useWatch({ control: sheet.control, name: "change" });
  return (
    <>
      <AdjustmentChangeField sheet={sheet} offered={offered} error={errorOf("change")} />
      {change === "lead" && (
        <UnitSelect
          name="leadId"
          sheet={sheet}
          units={units}
          exceptId={leadId}
          label={t("adjustment.leadId")}
          mark={required}
          none={t("adjustment.leadNone")}
          error={errorOf("leadId")}
        />
      )}
      {change === "scope" && (
        <LongText
          name="scope"
          sheet={sheet}
          label={t("adjustment.scope")}
          hint={scope ? t("adjustment.scopeNow", { text: scope }) : undefined}
          error={errorOf("scope")}
          max={textLimits.scope}
        />
      )}
      <LongText
        name="reason"
        sheet={sheet}
        label={t("reason")}
        hint={t("adjustment.reasonHint")}
        error={errorOf("reason")}
        max={textLimits.reason}
      />
    </>
  );
}
