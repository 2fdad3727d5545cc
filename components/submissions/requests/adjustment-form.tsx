"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { LongText, UnitField } from "@/components/forms/form-fields";
import type { FindUnits } from "@/components/forms/use-unit-search";
import { type FieldsProps, SubmissionForm } from "@/components/submissions/submission-form";
import type { FormMapping, WriteActions } from "@/components/submissions/use-submission-form";
import type { UnitOption } from "@/lib/domain/people/departments";
import type { AdjustmentChange, AdjustmentContent } from "@/lib/domain/submissions/contents";
import type { FormFacts } from "@/lib/domain/submissions/open-submissions";
import { textLimits } from "@/lib/domain/texts";

type Props = {
  code: string;
  facts: FormFacts & AdjustmentFacts;
  actions: WriteActions;
  find: FindUnits;
};

/** 调整申请: what to change, why, and what that change alone calls for. */
export function AdjustmentForm({ code, facts, actions, find }: Props) {
  const [picked, setPicked] = useState<UnitOption[]>([]);
  const t = useTranslations("work.request.adjustment");
  const first: AdjustmentChange = facts.offered[0] ?? "suspend";
  return (
    <SubmissionForm
      code={code}
      facts={facts}
      mapping={adjustmentMapping(first)}
      actions={actions}
      note={t("submitNote")}
      units={[...facts.units, ...picked]}
    >
      {(fields) => (
        <AdjustmentFields
          {...fields}
          {...facts}
          find={find}
          onPick={(unit) => {
            if (unit) setPicked([...picked, unit]);
            fields.touch();
          }}
        />
      )}
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
  units: UnitOption[];
};

type Picking = { find: FindUnits; onPick: (unit: UnitOption | null) => void };

/** The choice of change, then its own fields only. */
function AdjustmentFields({
  form,
  errorOf,
  offered,
  leadId,
  scope,
  units,
  find,
  onPick,
}: FieldsProps<AdjustmentContent> & AdjustmentFacts & Picking) {
  const t = useTranslations("work.request");
  const required = useTranslations("work.form")("required");
  const change = useWatch({ control: form.control, name: "change" });
  return (
    <>
      <AdjustmentChangeField form={form} offered={offered} error={errorOf("change")} />
      {change === "lead" && (
        <UnitField
          name="leadId"
          form={form}
          units={units}
          find={find}
          onPick={onPick}
          exceptId={leadId}
          label={t("adjustment.leadId")}
          mark={required}
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
