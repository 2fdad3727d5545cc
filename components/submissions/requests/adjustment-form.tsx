"use client";

import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { LongText, UnitSelect } from "@/components/forms/form-fields";
import { type FieldsProps, SubmissionForm } from "@/components/submissions/submission-form";
import type { FormMapping, WriteActions } from "@/components/submissions/use-submission-form";
import type { Department } from "@/lib/domain/people/departments";
import type { AdjustmentChange, AdjustmentContent } from "@/lib/domain/submissions/contents";
import type { FormFacts } from "@/lib/domain/submissions/open-submissions";
import { textLimits } from "@/lib/domain/texts";

type Props = { code: string; facts: FormFacts & AdjustmentFacts; actions: WriteActions };

/** 调整申请: what to change, why, and what that change alone calls for. */
export function AdjustmentForm({ code, facts, actions }: Props) {
  const t = useTranslations("work.request.adjustment");
  const first: AdjustmentChange = facts.offered[0] ?? "suspend";
  return (
    <SubmissionForm
      code={code}
      facts={facts}
      mapping={adjustmentMapping(first)}
      actions={actions}
      note={t("submitNote")}
      units={facts.units}
    >
      {(fields) => <AdjustmentFields {...fields} {...facts} />}
    </SubmissionForm>
  );
}

/** Begins with the first change that the task's status allows. */
function adjustmentMapping(change: AdjustmentChange): FormMapping<AdjustmentContent> {
  return {
    valuesOf: (draft) =>
      draft?.kind === "adjustment"
        ? draft.content
        : { change, reason: "", leadId: null, scope: "" },
    contentOf: (content) => ({ kind: "adjustment", content }),
  };
}

export type AdjustmentFacts = {
  offered: readonly AdjustmentChange[];
  leadId: string | null;
  scope: string | null;
  units: Department[];
};

/** The choice of change, then its own fields only. */
function AdjustmentFields({
  form,
  errorOf,
  offered,
  leadId,
  scope,
  units,
}: FieldsProps<AdjustmentContent> & AdjustmentFacts) {
  const t = useTranslations("work.request");
  const required = useTranslations("work.form")("required");
  const change = useWatch({ control: form.control, name: "change" });
  return (
    <>
      <AdjustmentChangeField form={form} offered={offered} error={errorOf("change")} />
      {change === "lead" && (
        <UnitSelect
          name="leadId"
          form={form}
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
          form={form}
          label={t("adjustment.scope")}
          hint={scope ? t("adjustment.scopeNow", { text: scope }) : undefined}
          error={errorOf("scope")}
          max={textLimits.scope}
        />
      )}
      <LongText
        name="reason"
        form={form}
        label={t("reason")}
        hint={t("adjustment.reasonHint")}
        error={errorOf("reason")}
        max={textLimits.reason}
      />
    </>
  );
}

type AdjustmentChangeFieldProps = {
  form: UseFormReturn<AdjustmentContent>;
  offered: readonly AdjustmentChange[];
  error?: string;
};

/** What to change, each with a sentence on what it does. A draft may hold a change that is not on offer any more. */
function AdjustmentChangeField({ form, offered, error }: AdjustmentChangeFieldProps) {
  const t = useTranslations("work.request.adjustment");
  const chosen = form.getValues("change");
  const choices = offered.includes(chosen) ? offered : [...offered, chosen];
  return (
    <fieldset id="change" tabIndex={-1} className="min-w-0">
      <legend className="font-semibold">{t("change")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <div className="mt-1 divide-y divide-line border border-line bg-paper">
        {choices.map((change) => (
          <label key={change} className="flex min-h-11 items-start gap-3 px-3 py-2">
            <input
              {...form.register("change")}
              type="radio"
              value={change}
              defaultChecked={change === chosen}
              className="mt-1 size-5 shrink-0"
            />
            <span>
              <span className="font-semibold">{t(`changes.${change}`)}</span>
              <span className="block text-sm text-muted">{t(`explain.${change}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
