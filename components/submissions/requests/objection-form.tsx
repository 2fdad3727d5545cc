"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LongText, UnitField } from "@/components/forms/form-fields";
import type { FindUnits } from "@/components/forms/use-unit-search";
import { type FieldsProps, SubmissionForm } from "@/components/submissions/submission-form";
import type { FormMapping, WriteActions } from "@/components/submissions/use-submission-form";
import type { UnitOption } from "@/lib/domain/people/departments";
import type { ObjectionContent } from "@/lib/domain/submissions/contents";
import type { FormFacts } from "@/lib/domain/submissions/open-submissions";
import { textLimits } from "@/lib/domain/texts";

type Units = { leadId: string | null; units: UnitOption[] };
type Props = { code: string; facts: FormFacts & Units; actions: WriteActions; find: FindUnits };

/** 异议: why the task is not this unit's, and whose it might be. */
export function ObjectionForm({ code, facts, actions, find }: Props) {
  const [picked, setPicked] = useState<UnitOption[]>([]);
  const t = useTranslations("work.request.objection");
  return (
    <SubmissionForm
      code={code}
      facts={facts}
      mapping={objectionMapping}
      actions={actions}
      note={t("submitNote")}
      units={[...facts.units, ...picked]}
    >
      {(fields) => (
        <ObjectionFields
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

/** The form holds its content as it is, and begins blank. */
const objectionMapping: FormMapping<ObjectionContent> = {
  valuesOf: (draft) =>
    draft?.kind === "objection" ? draft.content : { reason: "", suggestedLeadId: null },
  contentOf: (content) => ({ kind: "objection", content }),
};

type Picking = { find: FindUnits; onPick: (unit: UnitOption | null) => void };

function ObjectionFields(props: FieldsProps<ObjectionContent> & Units & Picking) {
  const { form, errorOf, leadId, units, find, onPick } = props;
  const t = useTranslations("work.request");
  const optional = useTranslations("work.form")("optional");
  return (
    <>
      <LongText
        name="reason"
        form={form}
        label={t("reason")}
        hint={t("objection.reasonHint")}
        error={errorOf("reason")}
        max={textLimits.reason}
        rows={6}
      />
      <UnitField
        name="suggestedLeadId"
        form={form}
        units={units}
        find={find}
        onPick={onPick}
        exceptId={leadId}
        label={t("objection.suggestedLeadId")}
        mark={optional}
        error={errorOf("suggestedLeadId")}
      />
    </>
  );
}
